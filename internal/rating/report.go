package rating

// Report is the analysis of a ratings file, in an order that depends on names
// alone. Its JSON is the output of `sala rating FILE.csv --json`.
type Report struct {
	Convention  Convention    `json:"percentile_type"`
	Raters      int           `json:"raters"`
	MinCell     int           `json:"min_cell"`
	Items       []ItemReport  `json:"items"`
	Reliability []Reliability `json:"reliability"`
}

// ItemReport is one item, on each criterion it was rated on.
type ItemReport struct {
	Item     string            `json:"item"`
	Criteria []CriterionReport `json:"criteria"`
}

// CriterionReport is one item on one criterion, round by round.
type CriterionReport struct {
	Criterion string        `json:"criterion"`
	Rounds    []RoundReport `json:"rounds"`
}

// RoundReport is one item on one criterion in one round. NotShown is always 0
// unless small groups were merged.
type RoundReport struct {
	Round     int           `json:"round"`
	Abstained int           `json:"abstained"`
	NotShown  int           `json:"not_shown"`
	Room      Summary       `json:"room"`
	Groups    []GroupReport `json:"groups"`
}

// GroupReport is one role group, or several merged ones. Suppressed marks a
// group of fewer than MinCell ratings: the analyst may see it, a published
// table must not.
type GroupReport struct {
	Groups     []string `json:"groups"`
	Suppressed bool     `json:"suppressed"`
	Summary    Summary  `json:"summary"`
}

// Reliability is how far the raters agree over all items of one criterion in
// one round. A coefficient that is not defined is null. W and kappa need
// complete data: W is of the raters who rated every item (KendallRaters of
// them), kappa is null unless each item has the same number of ratings.
type Reliability struct {
	Criterion     string   `json:"criterion"`
	Round         int      `json:"round"`
	Items         int      `json:"items"`
	Raters        int      `json:"raters"`
	AlphaOrdinal  *float64 `json:"alpha_ordinal"`
	AlphaNominal  *float64 `json:"alpha_nominal"`
	AlphaInterval *float64 `json:"alpha_interval"`
	FleissKappa   *float64 `json:"fleiss_kappa"`
	KendallW      *float64 `json:"kendall_w"`
	KendallRaters int      `json:"kendall_raters"`
}
