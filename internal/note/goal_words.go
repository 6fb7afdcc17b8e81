package note

import "strings"

// tongue is how one language speaks of a number of recommendations that somebody agrees on. All words are in lower case.
type tongue struct {
	noun, agree, not                  []string // a recommendation; agreed; not
	adjectives, per                   []string // "agreed" before its noun; "for each", which makes a number one of many
	least, over, most, about, upwards []string // bounds before a number, and "or more" behind it
	of, articles, filler, unit        []string // "of"; "the"; what may stand between an amount and its noun; classifiers
	percent, percentBefore            []string
	back                              []string // "of which", behind an amount
	by, infix, notParty, partyEnds    []string // before a name; before a subject; what "by" can mean else; what ends a name
	classified                        bool     // numbers have a classifier behind them
	parties                           []string // words for people and offices
	shares                            []namedShare
	numbers                           map[string]int
}

// namedShare is a share in words; vague ones ("most of") are doubts.
type namedShare struct {
	words []string
	share share
	vague bool
}

func words(list string) []string { return strings.Split(list, "|") }

var rangeMarks = words("-|–|—|to|ถึง|hingga|sampai|đến|a|à")

// counting numbers the words of a list from a first number on; "_" leaves one out.
func counting(first int, list string, more ...map[string]int) map[string]int {
	m := make(map[string]int)
	for i, w := range strings.Split(list, "|") {
		if w != "_" {
			m[w] = first + i
		}
	}
	for _, further := range more {
		for w, n := range further {
			m[w] = n
		}
	}
	return m
}

// goalTongues are tried in this order. The nouns have no two languages in common.
var goalTongues = []tongue{thaiGoal, englishGoal, indonesianGoal, vietnameseGoal, spanishGoal, frenchGoal}

var thaiGoal = tongue{
	per:           words("ข้อต่อ|ต่อกลุ่ม|ต่อจังหวัด|กลุ่มละ|จังหวัดละ|ด้านละ|ประเด็นละ"),
	classified:    true,
	noun:          words("ข้อเสนอแนะเชิงนโยบาย|ข้อเสนอแนะ|ข้อเสนอเชิงนโยบาย|ข้อเสนอ"),
	agree:         words("ให้ความเห็นชอบ|ความเห็นชอบ|เห็นชอบร่วมกัน|เห็นชอบ|เห็นพ้องต้องกัน|เห็นพ้อง|ยอมรับได้|ยอมรับ|รับรอง|อนุมัติ|เห็นด้วย|ตกลงร่วมกัน|ฉันทามติ"),
	not:           words("ไม่|ไม่ได้|ยังไม่"),
	least:         words("อย่างน้อย|ไม่น้อยกว่า|ไม่ต่ำกว่า|อย่างต่ำ"),
	over:          words("มากกว่า|เกินกว่า|เกิน"),
	most:          words("ไม่เกินกว่า|ไม่เกิน|อย่างมาก|ไม่มากกว่า|น้อยกว่า"),
	about:         words("ประมาณ|ราว|โดยประมาณ"),
	upwards:       words("ขึ้นไป|เป็นอย่างน้อย|หรือมากกว่า"),
	of:            words("จากทั้งหมด|จากจำนวน|จาก|ในจำนวน|ใน|ของ"),
	articles:      words("ทั้งหมด|จำนวน|ทั้งสิ้น"),
	filler:        words("เชิงนโยบาย|นโยบาย|ซึ่ง|ที่|ได้รับการ|ได้รับ|ได้|จะ|ต้อง|มี|จำนวน|การ|ความ|เป็น|ร่าง|ดังกล่าว|และ|ปรับแก้แล้ว|ปรับแก้|ผ่าน|ร่วมกัน|โดย"),
	unit:          words("ข้อ|ประเด็น|เรื่อง|ฉบับ|รายการ"),
	percent:       words("%|เปอร์เซ็นต์|เปอร์เซนต์"),
	percentBefore: words("ร้อยละ"),
	by:            words("โดย|จาก|ของ|สำหรับ"),
	infix:         words("ซึ่ง|ที่|โดยที่|ให้"),
	notParty:      words("ฉันทามติ|มติ|เสียง|ที่|ทั่วกัน|พร้อมเพรียง|ไม่มี|ข้อ|การ|วิธี"),
	partyEnds:     words("เห็นว่า|สามารถ|ให้ความ|ได้|จะ|มีมติ|ภายใน|ก่อน|เมื่อ|เพื่อ|ซึ่ง|อย่าง|ไม่น้อยกว่า|ในวัน|ในการประชุม|ในที่ประชุม|รวม|เป็นเอกฉันท์|ต่อ|ข้อเสนอ"),
	parties:       words("เจ้าหน้าที่|หน่วยงาน|จังหวัด|ผู้|ทุกฝ่าย|ทุกภาคส่วน|คณะ|องค์กร|องค์การ|สำนัก|ภาค|ฝ่าย|ท้องถิ่น|รัฐ|กระทรวง|กรม|เทศบาล|อบต|อบจ|ที่ประชุม|ชุมชน|โรงเรียน|ตัวแทน|ศาลากลาง|ส่วนราชการ"),
	shares: []namedShare{
		{words("ทุกข้อ|ทั้งหมดทุกข้อ|ครบทุกข้อ|ทุกประเด็น|ทั้งหมด|ทั้งสิ้น|ทุก"), fraction(1, 1, false), false},
		{words("ครึ่งหนึ่ง|กึ่งหนึ่ง|ครึ่ง"), fraction(1, 2, false), false},
		{words("สองในสาม|๒ ใน ๓ ส่วน|2 ใน 3 ส่วน"), fraction(2, 3, false), false},
		{words("สามในสี่"), fraction(3, 4, false), false},
		{words("หนึ่งในสาม"), fraction(1, 3, false), false},
		{words("ส่วนใหญ่|ส่วนมาก"), fraction(1, 2, true), true},
	},
	numbers: counting(1, "หนึ่ง|สอง|สาม|สี่|ห้า|หก|เจ็ด|แปด|เก้า|สิบ|สิบเอ็ด|สิบสอง|สิบสาม|สิบสี่|สิบห้า|สิบหก|สิบเจ็ด|สิบแปด|สิบเก้า|ยี่สิบ"),
}

var englishGoal = tongue{
	per:        words("per group|per table|per city|per province|per country|per theme|per topic|per session|per organisation|for each|in each|from each|of each|by each"),
	adjectives: words("agreed|agreed upon|accepted|endorsed|approved|adopted|acceptable"),
	noun:       words("recommendations|recommendation|proposals|proposal"),
	agree:      words("agreed upon|agreed on|agreed to|agreed|agree upon|agree on|agree to|agree|agrees on|agrees to|agrees|agreement|accepted|accept|accepts|acceptable|acceptance|endorsed|endorse|endorses|endorsement|approved|approve|approves|approval|adopted|adopt|adopts|adoption|consensus"),
	not:        words("not|not yet|never|not be"),
	least:      words("at least|no fewer than|not fewer than|no less than|not less than|a minimum of|minimum of|minimum"),
	over:       words("more than|over|exceeding"),
	most:       words("at most|no more than|not more than|up to|fewer than|less than|a maximum of|maximum of|under|below"),
	about:      words("about|around|approximately|roughly|some|nearly|almost|ideally"),
	upwards:    words("or more|and more|at least|at a minimum"),
	of:         words("out of|of|from among|among"),
	articles:   words("the|a|an|all|total of|a total of|these|those|its|our|their|every|each"),
	filler:     words("draft|drafted|policy|revised|final|finalised|finalized|proposed|key|main|major|priority|concrete|specific|practical|feasible|actionable|clear|joint|workshop's|workshop|are|is|be|being|been|have|has|will|must|should|shall|to|finally|formally|which|that|and|both|good|strong|of which"),
	unit:       nil,
	percent:    words("%|per cent|percent"),
	back:       words("of which|of these|of those|of them|them"),
	by:         words("by|acceptable to|agreed with|acceptance from|endorsement from|approval from|agreement with|agreement of|approval of|endorsement of|consensus among|consensus of|among"),
	infix:      words("that|which"),
	notParty:   words("consensus|vote|a vote|show of hands|the end|end|noon|lunch|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|september|october|november|december|closing|acclamation|means|at least"),
	partyEnds:  words("within|during|before|after|at|as|so|which|who|that|by|after|until|in principle|in the workshop|in writing|on the day|for|and feasible|and the|and a|with|will|have|has|should|must|can|is|are|on|to|find|finds|consider|considers|deem|deems|regard|regards"),
	parties:    words("authorit|officer|official|government|province|provincial|ministr|governor|municipalit|council|administration|participant|stakeholder|parties|party|community|communities|committee|board|office|agenc|department|delegat|member|partner|everybody|everyone|school|employer|room|workshop"),
	shares: []namedShare{
		{words("all|every one|every|each|every single|the whole set|all of|100 per cent"), fraction(1, 1, false), false},
		{words("one half|a half|half"), fraction(1, 2, false), false},
		{words("two thirds|two-thirds|a two-thirds majority|two-thirds majority"), fraction(2, 3, false), false},
		{words("three quarters|three-quarters|three fourths|three-fourths"), fraction(3, 4, false), false},
		{words("one third|a third|one-third"), fraction(1, 3, false), false},
		{words("a quarter|one quarter|one-quarter"), fraction(1, 4, false), false},
		{words("a majority|the majority|majority|a simple majority|an absolute majority"), fraction(1, 2, true), false},
		{words("most|the bulk|a large majority|a vast majority|the vast majority|a great majority"), fraction(1, 2, true), true},
	},
	numbers: counting(1, "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty", map[string]int{"a dozen": 12, "dozen": 12, "thirty": 30, "forty": 40, "twenty-four": 24, "twenty-five": 25}),
}

var indonesianGoal = tongue{
	per:       words("per|untuk setiap|dari setiap|tiap|masing-masing"),
	noun:      words("rekomendasi kebijakan|rekomendasi|usulan kebijakan|usulan"),
	agree:     words("disepakati|disetujui|menyepakati|menyetujui|sepakat|setuju|kesepakatan|persetujuan|diterima|menerima|diadopsi|disahkan|mengesahkan|dapat diterima"),
	not:       words("tidak|belum|bukan"),
	least:     words("sekurang-kurangnya|setidaknya|setidak-tidaknya|sedikitnya|paling sedikit|minimal|paling tidak"),
	over:      words("lebih dari|melebihi"),
	most:      words("paling banyak|maksimal|kurang dari|tidak lebih dari|sebanyak-banyaknya|hingga"),
	about:     words("sekitar|kira-kira|kurang lebih"),
	upwards:   words("atau lebih"),
	of:        words("dari|di antara|dari total"),
	articles:  words("total|seluruh|para|sebanyak"),
	filler:    words("butir|buah|draf|rancangan|kebijakan|yang|telah|sudah|akan|dapat|harus|utama|akhir|final|hasil|tersebut|ini|revisi|direvisi|dan|adalah|sebanyak"),
	unit:      words("butir|buah|poin"),
	percent:   words("%|persen"),
	back:      words("di antaranya|diantaranya|darinya"),
	by:        words("oleh|bagi|dari"),
	infix:     words("yang"),
	notParty:  words("konsensus|mufakat|tanggal|semua butir"),
	partyEnds: words("dalam|pada|sebelum|selama|untuk|agar|dengan|secara|yang|telah|akan|dapat|harus|atas|menganggap|menilai|memandang|nilai|anggap"),
	parties:   words("pemerintah|pejabat|dinas|provinsi|instansi|gubernur|bupati|kementerian|peserta|semua pihak|para pihak|pihak|komunitas|masyarakat|panitia|otoritas|badan"),
	shares: []namedShare{
		{words("semua|seluruh|seluruhnya|setiap"), fraction(1, 1, false), false},
		{words("setengah|separuh|seperdua"), fraction(1, 2, false), false},
		{words("dua pertiga"), fraction(2, 3, false), false},
		{words("tiga perempat"), fraction(3, 4, false), false},
		{words("sepertiga"), fraction(1, 3, false), false},
		{words("mayoritas"), fraction(1, 2, true), false},
		{words("sebagian besar|kebanyakan"), fraction(1, 2, true), true},
	},
	numbers: counting(1, "satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|sebelas|dua belas|tiga belas|empat belas|lima belas|enam belas|tujuh belas|delapan belas|sembilan belas|dua puluh"),
}

var vietnameseGoal = tongue{
	per:       words("mỗi nhóm|cho mỗi|của mỗi|mỗi tỉnh"),
	noun:      words("khuyến nghị chính sách|khuyến nghị|kiến nghị|đề xuất chính sách|đề xuất"),
	agree:     words("thống nhất|nhất trí|đồng thuận|đồng ý|chấp thuận|chấp nhận|thông qua|tán thành|phê duyệt"),
	not:       words("không|chưa|không được|chưa được"),
	least:     words("ít nhất|tối thiểu|không dưới|không ít hơn"),
	over:      words("hơn|trên|nhiều hơn|quá"),
	most:      words("tối đa|nhiều nhất|không quá|dưới|ít hơn"),
	about:     words("khoảng|chừng|gần"),
	upwards:   words("trở lên|hoặc hơn"),
	of:        words("trong số|trong tổng số|trong|trên tổng số|trên|của"),
	articles:  words("các|những|tổng số"),
	filler:    words("số|dự thảo|chính sách|được|đã|sẽ|phải|các|những|cuối cùng|chính|sửa đổi|và|là|có|bản"),
	unit:      nil,
	percent:   words("%|phần trăm"),
	back:      words("trong số đó|trong đó"),
	by:        words("bởi|của|từ"),
	infix:     words("được|mà"),
	notParty:  words("đa số phiếu|hội thảo này"),
	partyEnds: words("trong|trước|tại|để|với|vào|sẽ|đã|phải|về|cho là|coi là|thấy|cho rằng"),
	parties:   words("chính quyền|cán bộ|tỉnh|ủy ban|uỷ ban|sở|cơ quan|bộ|lãnh đạo|đại biểu|các bên|cộng đồng|hội đồng|ban|ubnd|trường"),
	shares: []namedShare{
		{words("tất cả|toàn bộ|mọi|mỗi"), fraction(1, 1, false), false},
		{words("một nửa|nửa|phân nửa"), fraction(1, 2, false), false},
		{words("hai phần ba"), fraction(2, 3, false), false},
		{words("ba phần tư"), fraction(3, 4, false), false},
		{words("một phần ba"), fraction(1, 3, false), false},
		{words("đa số"), fraction(1, 2, true), false},
		{words("phần lớn|hầu hết"), fraction(1, 2, true), true},
	},
	numbers: counting(2, "hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|mười một|mười hai|mười ba|mười bốn|mười lăm|mười sáu|mười bảy|mười tám|mười chín|hai mươi"),
}

var spanishGoal = tongue{
	per:       words("por grupo|por cada|de cada|para cada|cada grupo"),
	noun:      words("recomendaciones de política|recomendaciones|recomendación|propuestas|propuesta"),
	agree:     words("acordadas|acordada|acuerdan|acuerda|acordar|acuerdo|aceptadas|aceptada|aceptan|acepta|aceptables|aceptable|aprobadas|aprobada|aprueban|aprueba|adoptadas|adoptada|adoptan|adopta|consensuadas|consensuada|respaldadas|respaldan|avaladas|avalan"),
	not:       words("no|no sean|no son|nunca"),
	least:     words("al menos|por lo menos|como mínimo|cuando menos|no menos de|un mínimo de"),
	over:      words("más de|más del|mas de"),
	most:      words("como máximo|a lo sumo|hasta|no más de|menos de|un máximo de"),
	about:     words("unas|unos|aproximadamente|cerca de|alrededor de|casi"),
	upwards:   words("o más|como mínimo|al menos"),
	of:        words("de entre|de un total de|de|del"),
	articles:  words("las|la|los|el|total de"),
	filler:    words("borrador|borradores|proyectos|proyecto|finales|revisadas|políticas|política|principales|propuestas|son|sean|serán|sea|es|está|están|hayan|han|sido|que|y|concretas|viables|factibles"),
	unit:      nil,
	percent:   words("%|por ciento"),
	back:      words("de ellas|de las cuales|de estas"),
	by:        words("por|para|aceptables para|de común acuerdo con|con"),
	infix:     words("que"),
	notParty:  words("consenso|votación|mayoría|unanimidad|escrito|lo menos|el final|aclamación"),
	partyEnds: words("durante|antes|en el|en la|para|que|al|dentro|sobre|con|a|consideran|considera|estiman|juzgan|encuentran"),
	parties:   words("autoridad|funcionari|gobierno|gobernación|provincia|ministerio|municip|ayuntamiento|consejo|comunidad|participante|parte|comité|oficina|delegad"),
	shares: []namedShare{
		{words("todas|todos|la totalidad|cada una"), fraction(1, 1, false), false},
		{words("la mitad|mitad"), fraction(1, 2, false), false},
		{words("dos tercios|dos terceras partes|las dos terceras partes|los dos tercios"), fraction(2, 3, false), false},
		{words("tres cuartos|tres cuartas partes|las tres cuartas partes"), fraction(3, 4, false), false},
		{words("un tercio|la tercera parte|una tercera parte"), fraction(1, 3, false), false},
		{words("la mayoría|una mayoría|mayoría"), fraction(1, 2, true), false},
		{words("la mayor parte|casi todas"), fraction(1, 2, true), true},
	},
	numbers: counting(2, "dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce|trece|catorce|quince|dieciséis|diecisiete|dieciocho|diecinueve|veinte", map[string]int{"treinta": 30}),
}

var frenchGoal = tongue{
	per:       words("par groupe|pour chaque|de chaque|chaque groupe|par province"),
	noun:      words("recommandations|recommandation|propositions|proposition"),
	agree:     words("convenues|convenue|conviennent|convient|approuvées|approuvée|approuvent|approuve|acceptées|acceptée|acceptent|accepte|acceptables|acceptable|adoptées|adoptée|adoptent|adopte|validées|validée|valident|valide|entérinées|entérinent|accord|consensus|avalisées"),
	not:       words("non|pas|jamais"),
	least:     words("au moins|au minimum|pas moins de|un minimum de"),
	over:      words("plus de|plus des|plus du|plus d'"),
	most:      words("au plus|au maximum|jusqu'à|pas plus de|moins de|un maximum de"),
	about:     words("environ|près de|à peu près|presque"),
	upwards:   words("ou plus|au moins|au minimum"),
	of:        words("sur un total de|sur|parmi|des|de|d'"),
	articles:  words("les|la|le|l'|ces|total de"),
	filler:    words("projets|projet|finales|révisées|politiques|politique|principales|proposées|sont|soient|seront|soit|est|ont|été|qui|que|et|concrètes|réalisables|de|d'"),
	unit:      nil,
	percent:   words("%|pour cent|pourcent"),
	back:      words("d'entre elles|dont|parmi elles"),
	by:        words("par|pour|avec|acceptables pour"),
	infix:     words("que"),
	notParty:  words("consensus|vote|acclamation|écrit|la majorité|la fin"),
	partyEnds: words("pendant|avant|lors|au cours|dans|pour|qui|que|à|sur|avec|d'ici|jugent|juge|estiment|considèrent|trouvent"),
	parties:   words("autorité|fonctionnaire|gouvernement|province|préfecture|ministère|municipal|conseil|communauté|participant|partie|comité|bureau|délégu|agent|mairie|administration"),
	shares: []namedShare{
		{words("toutes|tous|la totalité|l'ensemble|chaque|chacune"), fraction(1, 1, false), false},
		{words("la moitié|moitié"), fraction(1, 2, false), false},
		{words("deux tiers|les deux tiers|des deux tiers"), fraction(2, 3, false), false},
		{words("trois quarts|les trois quarts|des trois quarts"), fraction(3, 4, false), false},
		{words("un tiers|le tiers"), fraction(1, 3, false), false},
		{words("la majorité|une majorité|majorité"), fraction(1, 2, true), false},
		{words("la plupart|la plus grande partie"), fraction(1, 2, true), true},
	},
	numbers: counting(2, "deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|dix-sept|dix-huit|dix-neuf|vingt", map[string]int{"trente": 30}),
}
