package note

import "strings"

// Kind is what happens in an item.
type Kind string

// The kinds of items.
const (
	KindRegistration Kind = "registration"
	KindOpening      Kind = "opening"
	KindIntroduction Kind = "introduction"
	KindTalk         Kind = "talk"
	KindQA           Kind = "qa"
	KindBreak        Kind = "break"
	KindGroup        Kind = "group"        // work in groups
	KindPresentation Kind = "presentation" // groups report to the plenary
	KindDecision     Kind = "decision"     // the room agrees on something, or on what comes next
	KindClosing      Kind = "closing"
	KindOther        Kind = "other"
)

// kindWords are tried in order: the first kind with a word in the title wins.
var kindWords = []struct {
	kind  Kind
	words []string
}{
	{KindPresentation, []string{"group presentation", "reports of the group", "report back", "reports from", "reporting back", "presentation of group", "presentations of group", "presentation of the group", "presentations of the group", "presentations by the group", "presentations by group", "presentation by group", "feedback from each group", "group report", "groups report", "plenary presentation", "นำเสนอผลการประชุมกลุ่ม", "นำเสนอผลงานกลุ่ม", "นำเสนอผลการระดม", "นำเสนอผลกลุ่ม", "นำเสนอกลุ่ม", "รายงานผลกลุ่ม", "presentasi kelompok", "presentasi hasil diskusi", "pemaparan hasil diskusi", "paparan hasil diskusi", "các nhóm trình bày", "trình bày kết quả thảo luận", "đại diện nhóm", "báo cáo kết quả thảo luận", "presentación de los grupos", "presentación de grupos", "presentación de resultados", "puesta en común", "plenaria de grupos", "restitution", "mise en commun", "présentation des groupes"}},
	{KindQA, []string{"q&a", "q & a", "questions", "question and", "ถาม-ตอบ", "ถามตอบ", "ถาม - ตอบ", "ตอบข้อซักถาม", "ซักถาม", "tanya jawab", "hỏi đáp", "hỏi - đáp", "hỏi và đáp", "preguntas", "échanges avec la salle"}},
	{KindRegistration, []string{"registration", "check-in", "registering", "arrival of participants", "sign-in", "ลงทะเบียน", "registrasi", "pendaftaran", "daftar ulang", "đăng ký", "đón tiếp đại biểu", "đón đại biểu", "đón tiếp", "đón khách", "registro", "inscripción", "acreditación", "accueil", "enregistrement", "inscription"}},
	{KindGroup, []string{"group work", "groupwork", "working group", "breakout", "break-out", "group discussion", "small group", "group exercise", "world café", "world cafe", "(group ", "parallel group", "กลุ่มย่อย", "แบ่งกลุ่ม", "ระดมสมอง", "ระดมความคิด", "ประชุมกลุ่ม", "กิจกรรมกลุ่ม", "diskusi kelompok", "kerja kelompok", "kelompok kerja", "sesi kelompok", "thảo luận nhóm", "làm việc nhóm", "chia nhóm", "trabajo en grupo", "trabajo de grupo", "trabajo grupal", "grupos de trabajo", "mesas de trabajo", "trabajo por grupos", "travail en groupe", "travaux de groupe", "travaux en groupe", "groupes de travail", "atelier en groupe", "ateliers en groupes"}},
	{KindBreak, []string{"lunch", "coffee", "tea break", "refreshment", "dinner", "breakfast", "group photo", "networking", "พักรับประทาน", "พักเบรก", "พักกลางวัน", "พักเที่ยง", "รับประทานอาหาร", "อาหารว่าง", "ถ่ายภาพ", "istirahat", "rehat", "ishoma", "makan siang", "makan malam", "sarapan", "cena", "desayuno", "dîner", "ăn tối", "nghỉ", "giải lao", "ăn trưa", "tiệc trà", "chụp ảnh", "almuerzo", "receso", "pausa", "descanso", "café", "refrigerio", "comida", "pause", "déjeuner", "collation", "repas", "buffet", "apéritif", "welcome drinks", "welcome reception", "cocktail"}},
	{KindDecision, []string{"way forward", "next steps", "next step", "adoption of the rec", "adoption of rec", "agreement", "agree on", "agreeing", "decision", "consensus", "vote", "voting", "endorse", "finaliz", "finalis", "resolution", "ลงมติ", "มติ", "ฉันทามติ", "เห็นชอบ", "แนวทางต่อไป", "ก้าวต่อไป", "ขั้นตอนต่อไป", "แนวทางการดำเนินงานต่อไป", "kesepakatan", "keputusan", "rencana tindak lanjut", "tindak lanjut", "perumusan", "rtl", "thống nhất", "biểu quyết", "thông qua", "bước tiếp theo", "hướng tới", "acuerdo", "próximos pasos", "votación", "decisiones", "prochaines étapes", "adoption des", "validation", "étapes suivantes"}},
	{KindClosing, []string{"closing", "close", "wrap-up", "wrap up", "adjourn", "end of", "ปิดการ", "พิธีปิด", "กล่าวปิด", "ปิดงาน", "ปิดเวที", "ปิดประชุม", "ปิดอบรม", "ปิดสัมมนา", "ปิดโครงการ", "penutup", "bế mạc", "kết thúc", "clausura", "cierre", "clôture", "fin de"}},
	{KindIntroduction, []string{"introduction of part", "self-introduction", "self introduction", "introduce themselves", "introductions", "objective", "วัตถุประสงค์", "tujuan", "mục tiêu", "objetivo", "objectif", "getting to know", "แนะนำตัว", "perkenalan", "giới thiệu đại biểu", "giới thiệu thành phần", "presentación de los participantes", "presentación de participantes", "tour de table", "présentation des participants"}},
	{KindOpening, []string{"opening", "welcome", "inaugur", "เปิดการ", "พิธีเปิด", "กล่าวเปิด", "กล่าวต้อนรับ", "เปิดงาน", "เปิดเวที", "เปิดประชุม", "เปิดอบรม", "เปิดสัมมนา", "เปิดโครงการ", "pembukaan", "sambutan", "khai mạc", "phát biểu chào mừng", "tuyên bố lý do", "apertura", "bienvenida", "palabras de", "ouverture", "bienvenue", "mot de"}},
	{KindTalk, []string{"presentation", "keynote", "lecture", "talk", "panel", "sharing experience", "experience", "findings", "บรรยาย", "นำเสนอ", "เสวนา", "อภิปราย", "ปาฐกถา", "แลกเปลี่ยนประสบการณ์", "paparan", "pemaparan", "presentasi", "penyampaian materi", "materi ", "trình bày", "báo cáo", "tham luận", "chia sẻ", "presentación", "ponencia", "conferencia", "exposición", "présentation", "exposé", "conférence", "table ronde", "communication"}},
}

// kindOf judges an item by its title; a speaker makes an otherwise unknown item a talk.
func kindOf(title string, speakers bool) Kind {
	low := strings.ToLower(title)
	if low == "break" || strings.HasSuffix(low, " break") || strings.HasPrefix(low, "break ") || strings.HasPrefix(low, "break:") || low == "พัก" {
		return KindBreak
	}
	for _, k := range kindWords {
		for _, w := range k.words {
			if containsKind(low, w) {
				return k.kind
			}
		}
	}
	if speakers {
		return KindTalk
	}
	return KindOther
}

// containsKind finds a word in a title. Thai ปิด (close) inside เปิด (open) does not count.
func containsKind(low, w string) bool {
	for from := 0; ; {
		at := strings.Index(low[from:], w)
		if at < 0 {
			return false
		}
		if at += from; !strings.HasPrefix(w, "ปิด") || !strings.HasSuffix(low[:at], "เ") {
			return true
		}
		from = at + len(w)
	}
}
