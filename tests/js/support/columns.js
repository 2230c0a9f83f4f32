/**
 * Measures random rows in columns and one by one: ties, bounds of categories, extremes, and what is missing.
 * Runs in a page as well: it uses nothing but its arguments.
 *
 * @returns `{rows, told, differ}`: how many rows there were, how they ended, and the first that differ
 */
export function compareColumns(lkip, seed, rows) {
  let state = BigInt(seed) * 0x9e3779b97f4a7c15n & 0xffffffffffffffffn;
  const next = (end) => {
    state ^= (state << 13n) & 0xffffffffffffffffn;
    state ^= state >> 7n;
    state ^= (state << 17n) & 0xffffffffffffffffn;
    return Number(state % BigInt(end));
  };
  const pick = (list) => list[next(list.length)];
  const digits = () => pick([0n, 1n, 8n, 64n, 2n ** 50n, -3n, 2n ** 63n - 1n, -(2n ** 63n), BigInt(next(1000)), BigInt(next(1_000_000_000)), BigInt(next(2 ** 48)), 10n ** BigInt(next(18))]);
  const realized = (target) => {
    const near = (target / 100n) * pick([50n, 55n, 75n, 85n, 90n, 100n, 120n]) + BigInt(next(5) - 2);
    return next(3) && near < 2n ** 63n && near >= -(2n ** 63n) ? near : digits();
  };
  const text = (value, places) => {
    const [sign, plain] = [value < 0n ? "-" : "", String(value < 0n ? -value : value).padStart(places + 1, "0")];
    return places ? `${sign}${plain.slice(0, -places)}.${plain.slice(-places)}` : sign + plain;
  };
  const result = { rows: 0, told: {}, differ: [] };
  const call = (overrides) => ({ rules: pick(["bkd-ntt-2021", "setda-kaltim-2021", "permenpanrb-8-2021"]), ...(overrides && { overrides }) });
  for (const overrides of [undefined, { rounding: { mode: "half_even", places: 0 } }, { lower: "target_over_realization", classify: "exact" }, { cap: { percent: "120", in: "indicator" } }, { scale: "sampang-2019" }]) {
    const places = [next(5), next(5)];
    const made = [BigInt64Array, BigInt64Array, Uint8Array, Uint8Array, Uint8Array].map((Kind) => new Kind(rows));
    const [targets, realizations, hasTarget, hasRealization, notCarriedOut] = made;
    const polarities = [];
    for (let row = 0; row < rows; row++) {
      targets[row] = digits();
      realizations[row] = realized(targets[row]);
      [hasTarget[row], hasRealization[row], notCarriedOut[row]] = [next(20), next(20), next(2)];
      polarities.push(pick(["higher", "turun", "stabil", undefined]));
    }
    const rules = call(overrides);
    const measured = (polarity) => lkip.measureColumns({
      target: { values: targets, places: places[0], present: hasTarget },
      realization: { values: realizations, places: places[1], present: hasRealization },
      polarity,
      not_carried_out: notCarriedOut,
      ...rules,
    });
    // Each row by its own polarity, and by one for all rows.
    const columns = measured(polarities);
    const ofAll = { higher: measured("higher"), turun: measured("turun"), stabil: measured("stabil") };
    for (let row = 0; row < rows; row++) {
      const alone = lkip.achievement({
        target: hasTarget[row] ? text(targets[row], places[0]) : null,
        realization: hasRealization[row] ? text(realizations[row], places[1]) : null,
        realization_state: hasRealization[row] ? undefined : notCarriedOut[row] ? "not_carried_out" : "not_measured",
        polarity: polarities[row],
        style: "plain",
        include: [],
        ...rules,
      });
      const reason = alone.reason?.code ?? alone.category?.reason?.code;
      const expected = [alone.percent ?? null, alone.category?.code ?? null, reason === "no_scale" ? null : (reason ?? null)];
      const [found, foundOfAll] = [columns, ofAll[polarities[row] ?? "higher"]].map((made) => [made.percent(row), made.category(row)?.code ?? null, made.reason(row)?.code ?? null]);
      result.rows++;
      const end = found[2] ?? "percent";
      result.told[end] = (result.told[end] ?? 0) + 1;
      if ([found, foundOfAll].some((found) => String(expected) !== String(found)) && result.differ.length < 5) {
        result.differ.push({ row, target: text(targets[row], places[0]), realization: text(realizations[row], places[1]), polarity: polarities[row], rules, expected, found, foundOfAll, alone: alone.errors });
      }
    }
  }
  return result;
}
