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

// CriterionReport is one item on one criterion, round by round, and what
// changed from each round to the next.
type CriterionReport struct {
	Criterion string         `json:"criterion"`
	Rounds    []RoundReport  `json:"rounds"`
	Changes   []ChangeReport `json:"changes"`
}

// ChangeReport holds a round against the one before it. SameRaters gave a
// rating in both; of these PercentChanged gave another one (0..100), the
// stability of Scheibe, Skutsch and Schofer (in Linstone and Turoff, The Delphi
// Method, 1975, chapter IV.C), null for fewer than MinCell.
type ChangeReport struct {
	From           int      `json:"from_round"`
	To             int      `json:"to_round"`
	Change         Change   `json:"change"`
	SameRaters     int      `json:"same_raters"`
	PercentChanged *float64 `json:"percent_changed"`
}

// RoundReport is one item on one criterion in one round. The room is the sum
// of the groups that have a summary; NotShown ratings are in neither. Bridging
// is null for a single group.
type RoundReport struct {
	Round     int           `json:"round"`
	Abstained int           `json:"abstained"`
	DontKnow  int           `json:"dont_know"`
	NotShown  int           `json:"not_shown"`
	Room      Summary       `json:"room"`
	Intervals Intervals     `json:"intervals"` // of the room
	Bridging  *Bridge       `json:"bridging"`
	Groups    []GroupReport `json:"groups"`
}

// GroupReport is one role group, or several merged ones. Suppressed marks what
// is not shown, with the reason in Note, and without summary and intervals: a
// group of fewer than MinCell ratings, or one that had to be merged with such a
// group so that it could not be worked out. With Options.ShowSmall the analyst
// sees each group, and Suppressed says what a published table must not show.
type GroupReport struct {
	Groups     []string   `json:"groups"`
	Suppressed bool       `json:"suppressed"`
	Note       string     `json:"note,omitempty"`
	Summary    *Summary   `json:"summary"`
	Intervals  *Intervals `json:"intervals"`
}

// NotShown is the note of a group whose result is withheld.
const NotShown = "not shown"

// Reliability is how far the raters agree over all items of one criterion in
// one round. A coefficient that is not defined is null. W and kappa need
// complete data: W is of the raters who rated every item (KendallRaters of
// them), kappa is null unless each item has the same number of ratings.
//
// The percentages of agreement are 0..100. PercentExact is of the items, among
// those that every rater rated, to which all gave the same rating, and
// PercentWithinOne of those whose ratings differ by one at the most; both are
// null without such an item, or with one rater. PercentPairs is of all pairs of
// raters of the same item (Fleiss' mean observed agreement when complete).
type Reliability struct {
	Criterion        string   `json:"criterion"`
	Round            int      `json:"round"`
	Items            int      `json:"items"`
	Raters           int      `json:"raters"`
	AlphaOrdinal     *float64 `json:"alpha_ordinal"`
	AlphaNominal     *float64 `json:"alpha_nominal"`
	AlphaInterval    *float64 `json:"alpha_interval"`
	FleissKappa      *float64 `json:"fleiss_kappa"`
	KendallW         *float64 `json:"kendall_w"`
	KendallRaters    int      `json:"kendall_raters"`
	PercentExact     *float64 `json:"percent_agreement"`
	PercentWithinOne *float64 `json:"percent_agreement_within_one"`
	PercentPairs     *float64 `json:"percent_agreement_pairs"`
}
