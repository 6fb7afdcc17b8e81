package note

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// latinHonorifics stand before a name, as whole words; "_" is a space inside one. Those ending in a point are written with it; "M." and "D." are
// honorifics only where a person is expected.
var latinHonorifics = byFirstByte(`Dr. Dr Drs. Drg. Dra. Dra Prof. Prof Professor Profesor Professeur Profa. Assoc. Assoc Associate Asst. Asst Assistant Adj. Mr. Mr Mrs. Mrs Ms. Ms Miss Mx. Sir Dame Madam
	H.E. Hon. Honourable Honorable Rev. Reverend Sheikh Shaikh Cheikh Amb. Amb Fr. Cllr Cllr. Councillor Ven. Eng. Engr. Engr Er. Ar. Atty. Atty Adv. Pharm. Adm. Brig. Supt. Insp. Cdr. Shri Smt. Ato Hon'ble Hon’ble His_Excellency Her_Excellency Counsellor Senator Congressman Congresswoman Oknha Lok_Chumteav Col. Gen. Maj. Capt. Cpt. Lt. Pol. Sgt. Khun Ambassador
	Kak Bapak Bpk. Bpk Ibu Sdr. Sdri. Ir. Hj. KH. K.H. Kyai Ustadz Ust. dr. drg. dra. lic. ing. arq. prof. sr. sra. apt. Ns. Pdt. Letkol Kolonel Kombes AKBP Brigjen Mayjen Pak Datuk Dato' Dato’ Dato Tan_Sri Encik Puan Datin Datin_Seri Datuk_Seri Datuk_Seri_Panglima Dato'_Seri Dato’_Seri Dato'_Sri Dato’_Sri YB YBhg. YBhg YBrs. YBrs YAB
	Ông Bà GS.TSKH. GS.TS. GS.TS PGS.TS. PGS.TS PGS.TSKH PGS. PGS GS. GS TS. TS ThS. ThS BS. BS KS. CN. TSKH. Đ/c Đ/C Đồng_chí đồng_chí ông bà Anh Chị anh chị Thầy Cô thầy cô Cha Lm. ĐĐ. HT. Soeur Hòa_thượng Thượng_tọa Đại_đức Linh_mục Giám_mục Nhà_báo nhà_báo Nhà_văn nhà_văn Nhà_thơ nhà_thơ Nghệ_sĩ nghệ_sĩ Luật_sư luật_sư Bác_sĩ bác_sĩ Tiến_sĩ Tiến_sỹ Thạc_sĩ Thạc_sỹ Giáo_sư Phó_giáo_sư Phó_Giáo_sư Kỹ_sư Đại_tướng Thượng_tướng Trung_tướng Thiếu_tướng Đại_tá Thượng_tá Trung_tá Thiếu_tá Đại_úy Thượng_úy Nhà_giáo NGƯT. NGND. PGS,TS. PGS,TS GS,TS
	Excma. Excmo. Ilma. Ilmo. Sr. Sra. Srta. Don Doña Dña. Lic. Licda. Ing. Mtro. Mtra. Arq. Abg. Abog. Econ. Psic. Señor Señora Sra Srta Sres. Monseñor Mons. Mag. Mgs. MSc. Cnel. Tte. Dip. Sen. Blga. Soc. Q.F.
	MM. Mme Mme. Mlle Mlle. Pr. Pr Me Monsieur Madame Dre S.E.M. S.E. SEM Maître Mgr`)

// plainHonorifics are initials too: they count only where a person is expected, or after another honorific.
var plainHonorifics = wordSet(`M. D. H.`)

// thaiHonorifics are glued to the name or followed by a space.
var thaiHonorifics = longestFirst(`ฯพณฯ พี่ นศพ. นสพ. ทนพ. พว. กภ. นางสาว นาง นาย น.ส. ดร. ผศ. รศ. ศ. ผศ.ดร. รศ.ดร. ศ.ดร. ศ.เกียรติคุณ ศ.กิตติคุณ ศ.คลินิก ศ.พิเศษ ศ.(พิเศษ) รศ.พิเศษ ศาสตราจารย์เกียรติคุณ ศาสตราจารย์กิตติคุณ ศาสตราจารย์คลินิก ศาสตราจารย์พิเศษ ศาสตราจารย์ รองศาสตราจารย์ ผู้ช่วยศาสตราจารย์ คุณ อาจารย์ อ. นพ. พญ. ทพ. ทพญ. ภก. ภญ. นายแพทย์ แพทย์หญิง
	พล.ต.อ. พล.ต.ท. พล.ต.ต. พล.อ. พล.ท. พล.ต. พ.ต.อ. พ.ต.ท. พ.ต.ต. พ.อ. พ.ท. พ.ต. ร.ต.อ. ร.ต.ท. ร.ต.ต. ร.อ. ร.ท. ร.ต. พล.ร.อ. พล.อ.อ. พล.ต.อ.หญิง พล.ต.ท.หญิง พล.ต.ต.หญิง พล.ต.หญิง พ.ต.อ.หญิง พ.ต.ท.หญิง พ.ต.ต.หญิง พ.อ.หญิง พ.ท.หญิง พ.ต.หญิง ร.ต.อ.หญิง ร.ต.ท.หญิง ร.ต.ต.หญิง ร.อ.หญิง ร.ท.หญิง ร.ต.หญิง ด.ต.หญิง จ.ส.อ.หญิง ส.ต.อ.หญิง น.อ.หญิง น.ท.หญิง น.ต.หญิง พันเอกหญิง พันโทหญิง พันตรีหญิง ร้อยเอกหญิง ร้อยโทหญิง ร้อยตรีหญิง พันตำรวจเอกหญิง พันตำรวจโทหญิง พันตำรวจตรีหญิง ด.ช. ด.ญ. เด็กชาย เด็กหญิง ด.ต. ส.ต.อ. จ.ส.อ. จ.ส.ต. น.อ. น.ท. น.ต. น.สพ. สพ.ญ. พระครู พระมหา พระอาจารย์ พระปลัด พระใบฎีกา พระสมุห์ พระ คุณหญิง ท่านผู้หญิง หม่อมหลวง หม่อมราชวงศ์ ว่าที่ร้อยตรีหญิง ว่าที่_ร.ต.หญิง ว่าที่_ร.ต. ว่าที่_ร้อยตรีหญิง ว่าที่_ร้อยตรี ว่าที่ร้อยโท ว่าที่ร้อยเอก ว่าที่พันตรี ว่าที่ร้อยตรี ว่าที่ร.ต. ว่าที่ร.ต.หญิง ม.ร.ว. ม.ล. ม.จ. พลเอก พลโท พลตรี พันเอก พันโท พันตรี ร้อยเอก ร้อยโท ร้อยตรี พันตำรวจเอก พันตำรวจโท พันตำรวจตรี`)

// thaiNotNames start like an honorific and are other words (mayor, employer, quality, …).
var thaiNotNames = strings.Fields(`พี่เลี้ยง พี่น้อง พี่ใหญ่ พี่สาว พี่ชาย พี่ๆ พระราช พระบรม พระนคร พระพุทธ พระเกียรติ พระองค์ พระธาตุ พระธรรม พระปกเกล้า พระจอมเกล้า พระที่นั่ง พระชนม พระสงฆ์ พระสยาม พระประแดง พระโขนง พระตะบอง พระวิหาร พระบาท พระเจ้า พระนาม พระราม พระสมุทร พระแม่ พระพรหม พระวร นายกเทศ นายกรัฐ นายกสมา นายกอบ นายกองค์ นายกสภา นายกเหล่า นายกเมือง นายกพัทยา นายกฯ นายกสโมสร นายจ้าง นายอำเภอ นายทะเบียน นายหน้า นายทุน นายทหาร นายตำรวจ นายด่าน นายช่าง นายสถานี นายแพทย์สาธารณสุข นายแพทย์สสจ นายสัตวแพทย์ประจำ นางพยาบาล เด็กชายแดน เด็กชายและ เด็กหญิงและ คุณภาพ คุณค่า คุณธรรม คุณสมบัติ คุณวุฒิ คุณลักษณะ คุณประโยชน์ คุณูปการ คุณครู อาจารย์ผู้ อาจารย์ที่ปรึกษา อาจารย์ประจำ อาจารย์จาก`)

// byFirstByte files the honorifics, and those with a point in capitals too ("DR. A B"), under their first byte.
func byFirstByte(list string) map[byte][]string {
	m := make(map[byte][]string)
	for _, h := range longestFirst(list) {
		m[h[0]] = append(m[h[0]], h)
		if upper := strings.ToUpper(h); strings.HasSuffix(h, ".") && upper != h {
			m[h[0]] = append(m[h[0]], upper)
		}
	}
	return m
}

func longestFirst(list string) []string {
	words := strings.Fields(list)
	for i := range words {
		words[i] = strings.ReplaceAll(words[i], "_", " ")
	}
	for i := 1; i < len(words); i++ {
		for j := i; j > 0 && len(words[j]) > len(words[j-1]); j-- {
			words[j], words[j-1] = words[j-1], words[j]
		}
	}
	return words
}

// honorificAt reads one honorific at s[i:], where a word starts.
func honorificAt(s string, i int) (end int, ok bool) {
	if i >= len(s) {
		return i, false
	}
	if thaiAt(s, i) {
		return thaiHonorificAt(s, i)
	}
	for _, h := range latinHonorifics[s[i]] {
		if end := i + len(h); strings.HasPrefix(s[i:], h) && endsWord(s, end, h) {
			return end, true
		}
	}
	return i, false
}

// endsWord wants a space after "Dr" and anything but a small letter after "Dr.".
func endsWord(s string, end int, h string) bool {
	if end >= len(s) {
		return false
	}
	r, _ := utf8.DecodeRuneInString(s[end:])
	if strings.HasSuffix(h, ".") {
		return !unicode.IsLower(r)
	}
	return r == ' ' || r == '.' || r == '/'
}

func thaiHonorificAt(s string, i int) (end int, ok bool) {
	for _, w := range thaiNotNames {
		if strings.HasPrefix(s[i:], w) {
			return i, false
		}
	}
	if rest, ok := strings.CutPrefix(s[i:], "นายก"); ok && (rest == "" || strings.HasPrefix(rest, " ")) {
		return i, false // the head of a local body; นายกมล and นายกิตติ are persons
	}
	for _, h := range thaiHonorifics {
		if strings.HasPrefix(s[i:], h) && i+len(h) < len(s) {
			r := firstRune(s[i+len(h):])
			return i + len(h), unicode.IsLetter(r) || r == ' ' || r == '.'
		}
	}
	return i, false
}

// honorificRun reads neighbouring honorifics as one: "Assoc. Prof. Dr.", "ผศ.ดร.", "PGS. TS.", "Bapak Dr.".
func honorificRun(s string, i int) (end int, ok bool) {
	end, ok = honorificAt(s, i)
	if !ok {
		return i, false
	}
	for {
		next := skipSpace(s, end, 1)
		if next < len(s) && (s[next] == '/' || s[next] == '.') && next == end {
			next = skipSpace(s, end+1, 1)
		}
		after, more := honorificAt(s, next)
		if !more {
			after, more = plainHonorificAt(s, next)
		}
		if !more || next >= len(s) {
			return end, true
		}
		end = after
	}
}

func plainHonorificAt(s string, i int) (end int, ok bool) {
	for h := range plainHonorifics {
		if strings.HasPrefix(s[i:], h+" ") && !(i == 0 && isOutline(s[len(h):])) {
			return i + len(h), true
		}
	}
	return i, false
}

// isOutline tells the heading "D. Budget" from "D. José Ejemplo": one word, or words of which none is a known name.
func isOutline(after string) bool {
	after = strings.TrimSpace(after)
	return !strings.ContainsAny(after, ",(") && !isGiven(lowerFirstWord(after)) && kindOf(after, false) == KindOther && len(strings.Fields(after)) != 2
}

// afterMark says that a person can start here although "M." is an initial elsewhere: "Bienvenue, M. Un", "par M. Un".
func afterMark(before string) bool {
	for _, mark := range []string{", ", "; ", ": ", "– ", "- ", "/ ", "(", "par ", "et ", "de "} {
		if strings.HasSuffix(before, mark) {
			return true
		}
	}
	return false
}

// longestDegree is how many bytes are looked back over for a degree.
const longestDegree = 60

// afterDegree says that a text ends with a degree and a comma, so that "M. Sos." is one more: "A B, S.Pt, M. Sos., M. Sc".
func afterDegree(before string) bool {
	list, ok := strings.CutSuffix(before[max(0, len(before)-longestDegree):], ", ")
	last := list[strings.LastIndexByte(list, ',')+1:]
	return ok && isDegree(strings.ReplaceAll(last, " ", ""))
}

// span is a byte range of a text.
type span struct{ from, to int }

// honorificsIn finds the honorifics of a text, each run as one. first allows "M." and "D." at the very start.
func honorificsIn(s string, first bool) []span {
	var found []span
	for i := 0; i < len(s); {
		if startsWord(s, i) {
			end, ok := honorificRun(s, i)
			if !ok && (first && i == 0 || afterMark(s[:i])) && !afterDegree(s[:i]) {
				end, ok = plainHonorificAt(s, i)
			}
			if ok && !rankAlone[s[i:end]] && nameFollows(s, end) && !insideName(s, i, 3) && !strings.HasSuffix(s[:i], "Thánh ") {
				found = append(found, span{i, end})
				i = end
				continue
			}
		}
		_, size := utf8.DecodeRuneInString(s[i:])
		i += size
	}
	return found
}

// rankAlone are honorifics only before another one: "Assistant Professor X", not "Assistant Programme Specialist".
var rankAlone = wordSet(`Assistant Associate`)

// startsWord says that s[i:] is not the inside of a word. Thai honorifics stand after a space, a mark or "โดย".
func startsWord(s string, i int) bool {
	if i == 0 {
		return true
	}
	r, _ := utf8.DecodeLastRuneInString(s[:i])
	if isThai(r) {
		return !thaiAt(s, i) && unicode.IsUpper(firstRune(s[i:])) || strings.HasSuffix(s[:i], "โดย") || strings.HasSuffix(s[:i], "และ") && thaiAt(s, i)
	}
	if r == ' ' && i > 1 && unicode.IsDigit(rune(s[i-2])) && strings.HasPrefix(s[i:], "Bà ") {
		return false // "32 Bà Triệu" is a street
	}
	return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '.' && r != '\'' && r != '’' && r != '-'
}

// beginsWithHonorific says that a text begins with a person.
func beginsWithHonorific(s string) bool {
	marks := honorificsIn(cutRunes(s, 60), true)
	return len(marks) > 0 && marks[0].from == 0
}

// offices follow an honorific where no name does: "Hon. Minister", "H.E. the Governor", "Mme la Maire".
var offices = wordSet(`minister deputy vice governor mayor president director secretary chair chairperson chairman commissioner representative ministre maire préfet préfète directeur directrice président présidente gouverneur ministro ministra alcalde alcaldesa
	gobernador gobernadora director directora menteri gubernur bupati walikota kepala ketua chính phó rektor kadis kadin kabid sekda camat lurah dekan representante delegado delegada représentant représentante the la le`)

// nameFollows wants a capital or a Thai letter after an honorific.
func nameFollows(s string, i int) bool {
	rest := strings.TrimLeft(s[min(i, len(s)):], " .")
	if word := lowerFirstWord(rest); offices[word] || isTeacherPost(word, rest) {
		return false
	}
	r := firstRune(rest)
	return unicode.IsUpper(r) || isThai(r) && unicode.IsLetter(r)
}

// isTeacherPost recognises the post that is spelled like two honorifics with no name behind: "Assistant Professor, Example University".
func isTeacherPost(word, rest string) bool {
	const post = "professor"
	if word != post || len(rest) < len(post) {
		return false
	}
	behind := rest[len(post):min(len(rest), len(post)+4)]
	return behind == "" || strings.Contains(",;)", behind[:1]) || behind == " of " || behind == " at "
}
