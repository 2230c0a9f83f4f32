// A program of CommonJS.

import lkip = require("lkip");
import report = require("lkip/report");

const call: lkip.AchievementCall = { target: "70", realization: "98,40", rules: "setda-kaltim-2021" };
for (const given of [lkip.achievement(call), report.achievement(call)]) {
  if (given.outcome === "computed") given.percent satisfies lkip.DecimalString;
}
const document: report.ReportDocument = { schema: "lkip/1", judul: "Contoh", periode: { tahun: 2021 } };
report.evaluate({ report: document }) satisfies report.Answer<"evaluate">;
// @ts-expect-error there is no such function
lkip.acheivement({});
// @ts-expect-error documents are of lkip/report
lkip.evaluate({ report: document });
