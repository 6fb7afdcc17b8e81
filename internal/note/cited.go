package note

import "regexp"

// citedPaper ends with the words before the date of a law, a decree or a circular: "Circular No. 12/2026 of", "Thông tư số 12/2026 ngày".
// The number of the paper is wanted: without one it may be the event that has the date.
var citedPaper = regexp.MustCompile(`(?i)(?:` +
	`(?:thông tư|nghị định|quyết định|công văn|chỉ thị|nghị quyết|kế hoạch|tờ trình|luật|thông báo|hướng dẫn)[^.;]{0,30}số[^;]{1,30} ngày` +
	`|ลงวันที่` +
	`|(?:peraturan|keputusan|surat|undang-undang|instruksi|\bsk\b)[^.;]{0,60}(?:nomor|no)\b[^;]{1,30}(?:tanggal|tertanggal)` +
	`|(?:\bley|decreto|resolución|orden|acuerdo)\b[^.;]{0,20}\d[^;]{0,20}(?:\bde|\bdel|de fecha)` +
	`|(?:\bloi|décret|arrêté|circulaire|ordonnance)\b[^.;]{0,20}\d[^;]{0,20}(?:\bdu|en date du)` +
	`|(?:circular|decree|\bact|directive|regulation|order|resolution|\blaw|ordinance|memorandum|letter)\b[^.;]{0,20}\d[^;]{0,20}(?:\bof|dated)` +
	`)\s*$`)

// isCited says that a date whose text stands before it is that of a paper which the note names, and no day of the event.
func isCited(before string) bool {
	return citedPaper.MatchString(before[max(0, len(before)-200):])
}
