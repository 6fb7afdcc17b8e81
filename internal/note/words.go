package note

import (
	"strings"
	"unicode"
)

// section is a part of the note that a heading or a label opens.
type section int

const (
	noSection section = iota
	secTitle
	secDate
	secVenue
	secBackground
	secObjective
	secOutput
	secLanguage
	secProgramme
	secContact
	secTime
	secOrganiser
	secPartner
	secOther // notes, deadlines, budget, participants: neither programme nor one of the above
)

// sectionWords lists, in lower case, how headings and labels are called in the six languages.
var sectionWords = map[section][]string{
	secTitle:      {"title", "project title", "title of the workshop", "workshop title", "event", "name of the event", "ชื่อโครงการ", "ชื่องาน", "หัวข้อการประชุม", "nama kegiatan", "judul", "tema kegiatan", "tên hội thảo", "tên chương trình", "título", "nombre del evento", "título del evento", "titre", "intitulé"},
	secDate:       {"date", "dates", "date and time", "date & time", "date/time", "when", "day and date", "วันที่", "วันที่จัด", "วันที่จัดงาน", "วันที่จัดกิจกรรม", "วันที่จัดประชุม", "วันที่จัดอบรม", "วันเวลา", "วัน เวลา", "วัน/เวลา", "วันและเวลา", "ระยะเวลา", "hari/tanggal", "hari/tgl", "hari, tgl", "tgl", "hari & tanggal", "hari, tanggal", "hari / tanggal", "hari dan tanggal", "tanggal", "waktu pelaksanaan", "thời gian", "ngày", "fecha", "fechas", "fecha y hora", "fecha/hora", "cuándo", "cuando", "kapan", "khi nào", "เมื่อ", "วัน-เวลา", "date et heure", "quand"},
	secVenue:      {"venue", "place", "location", "where", "meeting location", "event location", "meeting venue", "workshop venue", "conference venue", "event venue", "venue and time", "time and venue", "date, time and venue", "lieu de l'atelier", "lieu et date", "date et lieu", "lugar y fecha", "fecha y lugar", "วันและสถานที่", "วันเวลาและสถานที่", "วัน เวลา และสถานที่", "tempat dan waktu", "waktu dan tempat", "hari/tempat", "date and venue", "venue and date", "สถานที่", "สถานที่จัด", "สถานที่จัดงาน", "สถานที่จัดกิจกรรม", "สถานที่จัดประชุม", "สถานที่จัดการประชุม", "สถานที่จัดอบรม", "สถานที่อบรม", "สถานที่ประชุม", "tempat", "lokasi", "tempat pelaksanaan", "địa điểm", "nơi tổ chức", "lugar", "dónde", "donde", "où", "di mana", "ở đâu", "sede", "ubicación", "lieu", "endroit"},
	secBackground: {"background", "introduction", "rationale", "context", "background and rationale", "about", "overview", "summary", "หลักการและเหตุผล", "ความเป็นมา", "ความสำคัญ", "ที่มา", "ที่มาและความสำคัญ", "บทนำ", "latar belakang", "pendahuluan", "bối cảnh", "giới thiệu", "đặt vấn đề", "cơ sở", "antecedentes", "introducción", "contexto", "justificación", "contexte", "introduction et contexte", "contexte et justification"},
	secObjective:  {"objective", "objectives", "aim", "aims", "purpose", "goal", "goals", "general objective", "specific objectives", "workshop objectives", "objectives of the workshop", "aims and objectives", "วัตถุประสงค์", "จุดประสงค์", "วัตถุประสงค์ของการประชุม", "วัตถุประสงค์ของโครงการ", "tujuan", "tujuan kegiatan", "maksud dan tujuan", "mục tiêu", "mục đích", "mục đích, yêu cầu", "mục đích và yêu cầu", "objetivo", "objetivos", "objetivo general", "objetivos específicos", "objectif", "objectifs", "objectif général", "objectifs spécifiques", "but", "finalité"},
	secOutput:     {"expected output", "expected outputs", "expected outcome", "expected outcomes", "expected result", "expected results", "outputs", "output", "outcome", "outcomes", "results", "ผลที่คาดว่าจะได้รับ", "ผลผลิต", "ผลลัพธ์", "ผลลัพธ์ที่คาดหวัง", "ประโยชน์ที่คาดว่าจะได้รับ", "ผลที่คาดหวัง", "keluaran", "keluaran yang diharapkan", "hasil yang diharapkan", "luaran", "kết quả mong đợi", "kết quả dự kiến", "kết quả", "resultados esperados", "resultado esperado", "producto esperado", "productos esperados", "résultats attendus", "résultat attendu", "résultats"},
	secLanguage:   {"language", "languages", "working language", "working languages", "language of the workshop", "ภาษา", "ภาษาที่ใช้", "bahasa", "bahasa pengantar", "ngôn ngữ", "idioma", "idiomas", "lengua", "langue", "langues", "langue de travail", "langues de travail"},
	secProgramme:  {"agenda", "programme", "program", "provisional agenda", "tentative agenda", "draft agenda", "tentative programme", "tentative program", "draft programme", "provisional programme", "schedule", "workshop agenda", "workshop programme", "workshop program", "programme of the day", "time schedule", "agenda of the workshop", "กำหนดการ", "กำหนดการประชุม", "(ร่าง) กำหนดการ", "ร่างกำหนดการ", "ระเบียบวาระ", "ตารางกิจกรรม", "กำหนดการประชุมเชิงปฏิบัติการ", "susunan acara", "jadwal", "jadwal acara", "jadwal kegiatan", "rundown", "rundown acara", "agenda acara", "agenda kegiatan", "chương trình", "chương trình hội thảo", "lịch trình", "nội dung chương trình", "chương trình làm việc", "chương trình dự kiến", "programa", "programa provisional", "programa preliminar", "agenda preliminar", "agenda del taller", "programme provisoire", "programme prévisionnel", "programme de l'atelier", "ordre du jour", "déroulement", "déroulé"},
	secContact:    {"contact", "contacts", "contact person", "contact persons", "contact information", "for information", "for more information", "for further information", "further information", "enquiries", "inquiries", "ติดต่อ", "ผู้ประสานงาน", "สอบถามรายละเอียด", "สอบถามเพิ่มเติม", "ติดต่อสอบถาม", "สอบถามข้อมูลเพิ่มเติม", "narahubung", "kontak", "informasi lebih lanjut", "contact person (cp)", "liên hệ", "thông tin liên hệ", "contacto", "contactos", "más información", "para más información", "informes", "renseignements", "pour plus d'informations", "pour tout renseignement"},
	secTime:       {"time", "เวลา", "เวลาจัดงาน", "เวลาจัดกิจกรรม", "เวลาจัดประชุม", "เวลาจัดอบรม", "waktu", "pukul", "hora", "horario", "heure", "horaire", "heures", "jam", "starting time", "start time", "starts at", "start"},
	secOrganiser:  {"organizers", "organisers", "organizer", "organiser", "organised by", "organized by", "host", "hosts", "hosted by", "convened by", "jointly organised by", "jointly organized by", "หน่วยงานที่รับผิดชอบ", "หน่วยงานรับผิดชอบ", "หน่วยงานผู้จัด", "ผู้จัด", "จัดโดย", "เจ้าภาพ", "องค์กรผู้จัด", "penyelenggara", "diselenggarakan oleh", "đơn vị tổ chức", "cơ quan tổ chức", "organizadores", "organiza", "organizan", "convoca", "convocan", "organizado por", "organisateurs", "organisateur", "organisé par"},
	secPartner:    {"partners", "partner", "sponsors", "in partnership with", "in collaboration with", "supported by", "with support from", "funded by", "co-organisers", "co-organizers", "co-organised by", "co-hosts", "donor", "donors", "partner organisations", "partner organizations", "ภาคีเครือข่าย", "หน่วยงานร่วมจัด", "ผู้สนับสนุน", "สนับสนุนโดย", "ร่วมจัดโดย", "องค์กรภาคี", "ร่วมกับ", "mitra", "didukung oleh", "bekerja sama dengan", "sponsor", "đơn vị phối hợp", "phối hợp tổ chức", "đơn vị đồng tổ chức", "đơn vị tài trợ", "colaboran", "colabora", "con el apoyo de", "apoyan", "socios", "patrocina", "partenaires", "en partenariat avec", "avec le soutien de"},
	secOther: {
		"rsvp", "r.s.v.p", "r.s.v.p.", "note", "notes", "remark", "remarks", "nb", "n.b.", "list of participants", "participants list", "participant list", "list of delegates", "list of speakers", "biographies", "speaker biographies", "speakers’ biographies", "about the speakers", "registration deadline", "deadline", "please register", "register", "participants", "target participants", "target group", "budget", "methodology", "format", "reference", "references", "annex", "logistics", "transport", "telephone", "tel", "tel.", "phone", "fax", "email", "e-mail", "dress code", "cost", "fee", "participation", "accommodation",
		"หมายเหตุ", "ผู้เข้าร่วม", "รายชื่อผู้เข้าร่วม", "รายชื่อผู้เข้าร่วมประชุม", "ประวัติวิทยากร", "ผู้เข้าร่วมประชุม", "กลุ่มเป้าหมาย", "งบประมาณ", "ผู้รับผิดชอบโครงการ", "วิธีดำเนินการ", "วิธีการดำเนินงาน", "การประเมินผล", "โทร", "โทร.", "โทรศัพท์", "โทรสาร", "อีเมล", "กรุณาตอบรับ", "ตอบรับ", "เอกสารแนบ",
		"catatan", "peserta", "daftar peserta", "daftar hadir", "anggaran", "biaya", "pendaftaran", "konfirmasi", "ghi chú", "lưu ý", "thành phần", "thành phần tham dự", "đại biểu", "kinh phí", "điện thoại", "đt", "đăng ký", "hạn đăng ký", "xác nhận tham dự",
		"danh sách đại biểu", "lista de participantes", "liste des participants", "nota", "notas", "observaciones", "participantes", "presupuesto", "teléfono", "inscripciones", "inscripción", "confirmar asistencia", "remarque", "remarques", "participants attendus", "public cible", "publics cibles", "público objetivo", "sasaran peserta", "đối tượng tham dự", "téléphone", "tél", "inscription", "inscriptions", "confirmation",
	},
}

// sectionOf maps each of those words to its section.
var sectionOf = func() map[string]section {
	m := make(map[string]section)
	for sec, words := range sectionWords {
		for _, w := range words {
			m[w] = sec
		}
	}
	return m
}()

// sentenceStarts open a section in mid-text, with the rest of the sentence as its content.
var sentenceStarts = []struct {
	text string
	sec  section
}{
	{"for further information", secContact},
	{"for more information", secContact},
	{"for information", secContact},
	{"please contact", secContact},
	{"contact:", secContact},
	{"สอบถามรายละเอียด", secContact},
	{"สอบถามข้อมูล", secContact},
	{"สอบถามเพิ่มเติม", secContact},
	{"ติดต่อสอบถาม", secContact},
	{"ผู้ประสานงาน", secContact},
	{"informasi lebih lanjut", secContact},
	{"untuk informasi", secContact},
	{"hubungi", secContact},
	{"mọi thông tin", secContact},
	{"thông tin liên hệ", secContact},
	{"liên hệ", secContact},
	{"para más información", secContact},
	{"para mayor información", secContact},
	{"para mayores informes", secContact},
	{"pour plus d'information", secContact},
	{"pour tout renseignement", secContact},
	{"pour toute information", secContact},
	{"สถานที่ ", secVenue},
	{"สถานที่จัด ", secVenue},
	{"rsvp", secOther},
	{"r.s.v.p", secOther},
	{"please register", secOther},
	{"please confirm", secOther},
	{"registration deadline", secOther},
	{"deadline", secOther},
	{"note:", secOther},
	{"nb:", secOther},
	{"n.b.", secOther},
	{"remark:", secOther},
	{"tel.", secOther},
	{"tel:", secOther},
	{"telephone", secOther},
	{"phone:", secOther},
	{"หมายเหตุ", secOther},
	{"กรุณา", secOther},
	{"โทรศัพท์", secOther},
	{"โทร.", secOther},
	{"ลงทะเบียนล่วงหน้า", secOther},
	{"ลงทะเบียนภายใน", secOther},
	{"catatan", secOther},
	{"mohon konfirmasi", secOther},
	{"konfirmasi kehadiran", secOther},
	{"batas pendaftaran", secOther},
	{"pendaftaran paling lambat", secOther},
	{"ghi chú", secOther},
	{"lưu ý", secOther},
	{"vui lòng", secOther},
	{"đề nghị", secOther},
	{"hạn đăng ký", secOther},
	{"đăng ký trước", secOther},
	{"điện thoại", secOther},
	{"nota:", secOther},
	{"se ruega", secOther},
	{"favor de", secOther},
	{"confirmar asistencia", secOther},
	{"inscripciones", secOther},
	{"fecha límite", secOther},
	{"teléfono", secOther},
	{"merci de", secOther},
	{"prière de", secOther},
	{"inscriptions avant", secOther},
	{"inscription avant", secOther},
	{"date limite", secOther},
	{"remarque", secOther},
	{"tél.", secOther},
	{"téléphone", secOther},
	{"objective:", secObjective},
	{"วัตถุประสงค์", secObjective},
	{"ผลที่คาดว่าจะได้รับ", secOutput},
	{"ประโยชน์ที่คาดว่าจะได้รับ", secOutput},
}

// heading recognises a heading or a label: the section it opens and the text that follows on the same line.
func heading(l line, text string) (sec section, content string) {
	low := strings.ToLower(stripNumbering(text))
	if label := strings.TrimRight(low, " :."); sectionOf[label] != noSection {
		return sectionOf[label], ""
	}
	if at := labelEnd(text); at > 0 {
		label := strings.TrimSpace(strings.ToLower(stripNumbering(text[:at])))
		if sec := sectionOf[label]; sec != noSection {
			return sec, strings.TrimSpace(strings.TrimLeft(text[at:], ":： \t"))
		}
	}
	if len(l.cells) >= 2 && !l.table && text == l.text {
		if sec := sectionOf[strings.ToLower(strings.TrimRight(l.cells[0], " :"))]; sec != noSection {
			return sec, strings.TrimSpace(strings.TrimPrefix(strings.Join(l.cells[1:], " "), ":"))
		}
	}
	if l.level > 0 || l.strong {
		if sec := headingByStart(low); sec != noSection && !introducesSubject(low) {
			return sec, ""
		}
	}
	for _, s := range sentenceStarts {
		if rest, ok := cutPrefixFold(stripNumbering(text), s.text); ok {
			return s.sec, strings.TrimLeft(rest, " :")
		}
	}
	return noSection, ""
}

// introducesSubject recognises the name of a course, "Introduction to the survey", in what could be the heading of a section.
func introducesSubject(low string) bool {
	for _, lead := range []string{"introduction to ", "introduction aux ", "introduction à ", "introducción a ", "pengantar "} {
		if rest, ok := strings.CutPrefix(low, lead); ok && len(strings.Fields(rest)) > 1 {
			return true
		}
	}
	return false
}

// labelEnd finds the colon of "Venue: …" within the first forty characters.
func labelEnd(s string) int {
	at := strings.IndexByte(cutRunes(s, 40), ':')
	if at > 0 && at+1 < len(s) && startsDigit(s[at+1:]) && startsDigit(s[at-1:]) {
		return -1
	}
	return at
}

// headingByStart accepts a marked heading that starts with a known one: "Objectives of the regional meeting".
func headingByStart(low string) section {
	best, found := 0, noSection
	for label, sec := range sectionOf {
		if len(label) > best && len(label) > 3 && sec != secTitle && sec != secDate && sec != secTime && strings.HasPrefix(low, label) {
			r := firstRune(low[len(label):])
			if low == label || !unicode.IsLetter(r) && !unicode.IsMark(r) || isThai(r) && sec != secProgramme {
				best, found = len(label), sec
			}
		}
	}
	return found
}

// stripNumbering removes "1.", "3.2", "IV." and "ข้อ 2" from a heading.
func stripNumbering(s string) string {
	s = strings.TrimSpace(s)
	end := 0
	for end < len(s) {
		if size := digitSize(s, end); size > 0 {
			end += size
		} else if s[end] == '.' || s[end] == ')' {
			end++
		} else {
			break
		}
	}
	if end > 0 && end < len(s) && end < 12 && s[end] == ' ' && !startsTime(s) {
		return strings.TrimSpace(s[end:])
	}
	if head, rest, ok := strings.Cut(s, ". "); ok && head != "" && strings.Trim(head, "IVX") == "" {
		return strings.TrimSpace(rest)
	}
	return s
}

// cutPrefixFold is strings.CutPrefix that does not mind the case.
func cutPrefixFold(s, prefix string) (rest string, ok bool) {
	if len(s) < len(prefix) || !strings.EqualFold(s[:len(prefix)], prefix) {
		return s, false
	}
	return s[len(prefix):], true
}
