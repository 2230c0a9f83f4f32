// What the page itself does: it compares what the report printed with what follows, as text, and says when a form was
// sent. All figures, categories and messages come from lkip.

(function () {
  "use strict";

  function groupOf(element) {
    return element.closest("[data-lkip]");
  }

  /** Whether the realizations inside a group still stand as the report has them. */
  function untouched(group) {
    return Array.from(group.querySelectorAll("input[name]")).every(function (input) {
      return input.value === input.defaultValue;
    });
  }

  function compare(group) {
    group.querySelectorAll("[data-printed]").forEach(function (printed) {
      if (groupOf(printed) !== group) return;
      var cell = printed.parentElement;
      var figure = Array.from(group.querySelectorAll('[data-lkip-output="percent"]')).find(function (output) {
        return groupOf(output) === group;
      });
      var shown = figure.textContent;
      var verdict = !shown || !untouched(group) ? "" : shown === printed.dataset.printed + " %" ? "sama" : "berbeda";
      cell.dataset.verdict = verdict;
      cell.querySelector(".verdict").textContent = verdict === "berbeda" ? "berbeda: " + shown : verdict;
    });
  }

  document.addEventListener("lkip", function (event) {
    compare(event.target);
  });

  var lkip = window.lkip;
  if (lkip) {
    lkip.ready.then(function (open) {
      document.getElementById("unavailable").hidden = open;
      document.querySelectorAll("[data-lkip]").forEach(compare);
    });
  }

  var fields = new URLSearchParams(location.search);
  var filled = Array.from(fields.keys()).filter(function (name) {
    return /^realisasi_/.test(name);
  }).length;
  if (filled) {
    var sent = document.getElementById("sent");
    sent.textContent = "Formulir terkirim dengan " + filled + " realisasi. Ini contoh: tidak ada yang disimpan.";
    sent.hidden = false;
  }
})();
