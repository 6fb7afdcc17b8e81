package note

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// column is what one column of a programme table holds.
type column int

const (
	colUnknown column = iota
	colTime
	colStart
	colEnd
	colTitle
	colPeople
	colRoom
	colNumber
	colDate
	colNote
	colDuration
	colBody // where the people of the column before are from
)

var columnWords = map[column][]string{
	colTime:     {"time", "time frame", "timeframe", "timing", "time slot", "times", "hours", "เวลา", "ช่วงเวลา", "waktu", "pukul", "jam", "thời gian", "giờ", "hora", "horario", "horas", "heure", "heures", "horaire", "horaires"},
	colStart:    {"start", "from", "start time", "begin", "เริ่ม", "mulai", "bắt đầu", "inicio", "inicia", "comienza", "début", "hora inicio", "hora de inicio", "heure de début", "jam mulai"},
	colEnd:      {"finish", "end", "until", "end time", "to", "สิ้นสุด", "selesai", "kết thúc", "fin", "término", "finaliza", "termina", "hora fin", "hora de fin", "heure de fin", "jam selesai"},
	colTitle:    {"activity", "activities", "what", "qué", "quoi", "apa", "session", "sessions", "topic", "topics", "title", "programme", "program", "agenda", "agenda item", "item", "items", "content", "contents", "subject", "description", "event", "details", "กิจกรรม", "รายการ", "หัวข้อ", "เรื่อง", "รายละเอียด", "หัวข้อ/กิจกรรม", "กำหนดการ", "เนื้อหา", "หัวข้อการบรรยาย", "kegiatan", "acara", "materi", "judul", "agenda/kegiatan", "uraian", "topik", "uraian kegiatan", "nội dung", "hoạt động", "chủ đề", "chương trình", "actividad", "actividades", "tema", "temas", "contenido", "sesión", "activité", "activités", "sujet", "thème", "contenu", "séance", "intervention", "titre", "título", "tiêu đề", "titre et description", "moment"},
	colPeople:   {"speaker", "speakers", "presenter", "presenters", "presenter(s)", "speaker(s)", "led by", "lead", "leads", "responsible", "responsible person", "person responsible", "resource person", "resource persons", "facilitator", "facilitators", "facilitator(s)", "fasilitator", "moderator", "by", "who", "quién", "qui", "siapa", "speaker/facilitator", "วิทยากร", "ผู้บรรยาย", "ผู้รับผิดชอบ", "ผู้นำเสนอ", "ผู้ดำเนินการ", "โดย", "ผู้เกี่ยวข้อง", "วิทยากร/ผู้รับผิดชอบ", "oleh", "narasumber", "pemateri", "pembicara", "pic", "penanggung jawab", "pelaksana", "petugas", "keterangan/pic", "diễn giả", "người trình bày", "người thực hiện", "phụ trách", "báo cáo viên", "trình bày", "thực hiện", "người phụ trách", "trách nhiệm", "điều phối", "chủ trì", "đơn vị thực hiện", "đơn vị", "pengisi", "pengisi acara", "facilitateur", "facilitatrice", "a cargo", "imparte", "in charge", "person in charge", "delivered by", "presented by", "ponente", "ponentes", "expositor", "expositores", "responsable", "responsables", "a cargo de", "facilitador", "intervenant", "intervenants", "orateur", "orateurs", "intervenant(e)s", "animateur"},
	colRoom:     {"room", "venue", "place", "location", "ห้อง", "สถานที่", "ruang", "ruangan", "tempat", "phòng", "địa điểm", "lugar", "sala", "lieu", "salle"},
	colNumber:   {"no", "no.", "#", "ลำดับ", "ลำดับที่", "ที่", "stt", "tt", "nº", "n°", "num"},
	colDate:     {"date", "day", "วันที่", "วัน", "tanggal", "hari", "hari/tanggal", "ngày", "fecha", "día", "jour"},
	colNote:     {"remark", "remarks", "note", "notes", "comments", "documents", "หมายเหตุ", "keterangan", "ghi chú", "observaciones", "notas", "remarques", "observations", "type", "types", "tipo", "jenis", "loại", "ประเภท", "resources", "ressources", "recursos", "materials", "materiales", "objetivos", "subtemas", "objectives", "format", "link", "links"},
	colBody:     {"organisation", "organization", "institution", "affiliation", "institución", "organización", "afiliación", "entidad", "organisme", "établissement", "หน่วยงาน", "สังกัด", "instansi", "lembaga", "asal instansi", "đơn vị công tác", "cơ quan"},
	colDuration: {"duration", "length", "min", "minutes", "ระยะเวลา", "durasi", "thời lượng", "duración", "durée", "tiempo", "length (min)", "mins"},
}

var columnOf = func() map[string]column {
	m := make(map[string]column)
	for col, words := range columnWords {
		for _, w := range words {
			m[w] = col
		}
	}
	return m
}()

// headerJoins marks where a heading names two things.
var headerJoins = strings.NewReplacer(" and ", "/", " & ", "/", " et ", "/", " y ", "/", " dan ", "/", " và ", "/", "(", "/", ")", "")

// headerCell reads the heading of a column.
func headerCell(s string) (column, bool) {
	name := strings.ToLower(strings.Trim(s, " .:*¿?¡!"))
	if col, ok := columnOf[name]; ok || utf8.RuneCountInString(name) > 60 {
		return col, ok
	}
	parts := strings.FieldsFunc(headerJoins.Replace(name), func(r rune) bool { return r == '/' })
	for _, part := range parts { // "Presenter/Facilitator", "Waktu (WIB)"
		if _, ok := columnOf[strings.TrimSpace(part)]; !ok && !slices.Contains(unitMarks, strings.TrimSpace(part)) {
			return colUnknown, false
		}
	}
	if len(parts) < 2 {
		return colUnknown, false
	}
	col, ok := columnOf[strings.TrimSpace(parts[0])]
	return col, ok
}

// headerRow recognises the row of headings of a table: a time and at least one other known heading.
// Unknown headings (rooms, tracks) are kept with their text.
func headerRow(cells []string) (cols []column, names []string, ok bool) {
	times, known := 0, 0
	for _, c := range cells {
		col, found := headerCell(c)
		if len(c) > 120 {
			return nil, nil, false
		}
		switch {
		case found && (col == colTime || col == colStart):
			times++
		case found:
			known++
		}
		cols, names = append(cols, col), append(names, c)
	}
	if at := slices.Index(cols, colUnknown); at >= 0 && names[at] != "" && known > 0 && slices.Index(cols[at+1:], colUnknown) < 0 && !slices.Contains(cols, colTitle) {
		cols[at] = colTitle // "Time | Moment | In charge"
	}
	return cols, names, times > 0 && (known > 0 || len(cells) > 2)
}

// slashHeader recognises "Time / Activity / Room" written on one line, and gives what follows the headings
// ("Time / Activity /Monday, 23 November 2026").
func slashHeader(text string) (rest string, ok bool) {
	parts := strings.Split(text, "/")
	n, timed := 0, false
	for n < len(parts) {
		col, found := headerCell(parts[n])
		if !found && timed {
			if after := gluedHeader(parts[n]); after != "" {
				return strings.TrimSpace(after + strings.Join(append([]string{""}, parts[n+1:]...), "/")), true
			}
		}
		if !found {
			break
		}
		timed = timed || col == colTime
		n++
	}
	if n < 2 || !timed {
		return text, false
	}
	return strings.TrimSpace(strings.Join(parts[n:], "/")), true
}

// spacedHeader recognises "Time Session Speaker", headings whose walls were lost, and says whether the last column names who is in
// charge: then the people end the lines of titles.
func spacedHeader(text string) (peopleLast, ok bool) {
	words := strings.Fields(text)
	if len(words) < 2 || len(words) > 8 || len(text) > 90 {
		return false, false
	}
	timed, titled := false, false
	for i := 0; i < len(words); {
		col, n := headingAt(words[i:])
		if n == 0 {
			return false, false
		}
		timed = timed || col == colTime && i == 0
		titled = titled || col == colTitle
		peopleLast = col == colPeople
		i += n
	}
	return peopleLast, timed && titled
}

// headingAt reads the heading of as many words as there is one for.
func headingAt(words []string) (col column, n int) {
	for n = min(3, len(words)); n > 0; n-- {
		if col, ok := headerCell(strings.Join(words[:n], " ")); ok {
			return col, n
		}
	}
	return colUnknown, 0
}

// gluedHeader reads the last heading of such a line when the first slot is glued to it, "Facilitator9.00" or "Facilitator
// (interim)8.30", and gives the slot.
func gluedHeader(s string) (after string) {
	at := strings.IndexFunc(s, unicode.IsDigit)
	if at <= 0 || !startsTime(s[at:]) {
		return ""
	}
	if _, ok := headerCell(headOf(s[:at])); !ok {
		return ""
	}
	return s[at:]
}
