package note

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

var nameParticles = wordSet(`de da do dos del della di du la le van von der den ter ten di dello bin binti binte bt ibn al el y e i dan na`)

// isNameWord accepts capitalised words, initials and particles.
func isNameWord(w string) bool {
	w = strings.Trim(w, "\"“”'’()")
	r := firstRune(w)
	return unicode.IsUpper(r) || isThai(r) || nameParticles[w] || strings.HasPrefix(w, "d'") || strings.HasPrefix(w, "al-")
}

// bodyWords are offices and bodies: they end a name, and never are one.
var bodyWords = wordSet(`university universitas universidad université institute institut instituto institution ministry ministerio ministère kementerian department departemen departamento département faculty fakultas
	facultad faculté school college center centre centro foundation yayasan fundación fondation association asosiasi asociación director directora directeur directrice deputy head manager coordinator chair chairman
	chairperson president vice secretary minister governor mayor officer representative professor lecturer researcher expert specialist consultant advisor adviser commission committee council office bureau agency
	hospital organization organisation network project team programme program group session workshop room hall hotel plenary panel discussion lunch coffee break registration opening closing presentation welcome
	remarks address keynote introduction overview summary report questions answers trường viện bộ sở ủy giám phó trưởng kepala direktur ketua dinas badan balai pusat jefe jefa gerente
	coordinador coordinadora ministro ministra gobierno asociado ong ngo company limited ltd inc corporation bank embassy consulate municipality provincial regional national international statement review work
	track part module theme topic note venue président présidente préfet préfète monsieur madame messieurs mesdames señores señoras pembantu cabinet pembawa acara ruangan ruang phòng hoạt sesi diskusi tanya jawab istirahat penutupan koordinator pemandu petugas seksi divisi intendencia programa projet proyecto observatoire observatorio départements cooperativa colectivo compañía discours allocution mot orchestra radio choir band gerakan mahasiswa siswa warga language agenda day date time tel fax email members participants all stakeholders government city province district ward open closed questionnaire conclusion conclusions
	agence agencia mairie ville métropole región région conseil collectif réseau red asociación ayuntamiento alcaldía consejo junta dirección dewan lembaga kementerian komunitas himpunan federation confederation union league society trust initiative alliance coalition
	karang taruna kabag kasi kasubag sekda hukum taller mesa aula atelier grupo groupe equipo đội maire mairesse alcalde alcaldesa wali kota dirjen direktorat sekjen deputi kabid kadis kasubdit plt ditjen kesehatan pendidikan masyarakat perencanaan kabupaten provinsi kelurahan desa sekolah puskesmas rumah
	chief executive treasurer registrar superintendent principal inspector ambassador trustees
	universiti kolej persatuan pertubuhan secretariat secretaría secretaria secrétariat facilitators speakers mc panitia tim peneliti peserta semua seluruh narasumber moderator ban nhóm các equipo comité équipe todos todas tous toutes participantes youth civil society
	minister ministre menteri gubernur bupati rektor dekan camat wakil world united nations european union asian committee ceremony address speech prayer remark plan policy research findings results development education health training`)

// bodyPhrases are bodies whose words are names too.
var bodyPhrases = []string{"trung tâm", "đại học", "học viện", "giám đốc", "lãnh đạo", "đại diện", "đơn vị", "công ty", "hiệp hội"}

// beginsBody says that a text begins with a body or an office.
func beginsBody(s string) bool {
	first, _, _ := strings.Cut(s, " ")
	return isBodyWord(first) || beginsWithAny(strings.ToLower(cutRunes(s, 12)), bodyPhrases)
}

func isBodyWord(w string) bool {
	return bodyWords[strings.ToLower(strings.Trim(w, ".,;:()\"'’“”"))]
}

// degreeWords are written after a name, between commas.
var degreeWords = wordSet(`phd ph.d dphil d.phil md m.d msc m.sc ma m.a mph m.p.h mba m.b.a bsc b.sc ba b.a jr sr llm ll.m edd ed.d drph m.si msi s.si s.e se s.h sh m.h mh s.sos s.pd m.pd s.t m.t st mt s.kom m.kom m.hum s.ip m.ip m.m mm
	s.psi m.psi skm m.kes s.ked sp.a sp.pd m.ag s.ag s.th m.eng m.ed mpa mpp msw esq ms m.s m.lib mlib spd mpd m.kom ssi skom mkom shum m.pd.i mpdi m.pdi s.pd.i lc m.stat sip s.farm m.farm s.kep m.kep s.gz m.gizi s.p mt.i s.stp m.sc.pd dea hdr scd dds dvm msw lcsw cpa dnp drphil rn cfa ph.d.c m.kes m.phil mphil`)

// cutDegrees takes ", Ph.D., M.Sc." from the start of what follows a name.
func cutDegrees(s string) (degrees, rest string) {
	rest = s
	var found []string
	for {
		t := strings.TrimLeft(rest, " ,")
		if t == rest {
			break
		}
		end := strings.IndexAny(t, ",(;-–")
		if end < 0 {
			end = len(t)
		}
		word := strings.TrimSpace(t[:end])
		if spaced := strings.ReplaceAll(word, " ", ""); pointedDegree.MatchString(spaced) && strings.Count(word, " ") == 1 {
			found, rest = append(found, spaced), t[end:] // "M. Sos."
			continue
		}
		if space := strings.IndexByte(word, ' '); space > 0 && strings.HasSuffix(word[:space], ".") {
			word, end = word[:space], space
		}
		if !isDegree(word) {
			break
		}
		found, rest = append(found, word), t[end:]
	}
	return strings.Join(found, ", "), rest
}

// pointedDegree is the writing of Indonesian degrees: "S.Pt.", "M.Sos", "S.T.P.", "A.Md.Keb".
var pointedDegree = regexp.MustCompile(`^(?:S|M|Ph|A|Sp|Dr)\.(?:[A-Z][A-Za-z]{0,5}\.?){1,3}$`)

func isDegree(word string) bool {
	return degreeWords[strings.ToLower(strings.TrimRight(word, "."))] || pointedDegree.MatchString(word) || word == "IPM" || word == "IPU" || word == "MP"
}

var thaiOffices = strings.Fields(`มูลนิธิ มหาวิทยาลัย สำนัก กรม กระทรวง สถาบัน โรงเรียน โรงพยาบาล องค์การ องค์กร บริษัท จังหวัด ผู้อำนวยการ ผู้ว่า ผู้แทน ผู้จัดการ ผู้เชี่ยวชาญ หัวหน้า นายก นายอำเภอ รอง ประธาน เลขา คณบดี คณะ ศูนย์ สมาคม เทศบาล อำเภอ เครือข่าย ที่ปรึกษา นักวิจัย นักวิชาการ อธิบดี ปลัด ครู แรงงาน ศึกษาธิการ สาธารณสุข กลุ่ม หน่วย ภาควิชา วิทยาลัย ชมรม นักเรียน ตัวแทน เจ้าหน้าที่ อาจารย์ อธิการ คณาจารย์ สถานี สมัชชา สภา ธนาคาร บมจ บจก ห้างหุ้นส่วน พรรค สื่อมวลชน พิพิธภัณฑ์ กอง แผนก ผู้บริหาร ผู้บัญชาการ ผู้ก่อตั้ง ผู้ประสานงาน ผู้กำกับ กรรมการ อนุกรรมการ นักเขียน นักข่าว นักศึกษา ที่ทำการ ฝ่าย`)

func thaiOffice(s string) bool {
	for _, w := range thaiOffices {
		if strings.HasPrefix(s, w) {
			return true
		}
	}
	return false
}

// teamWords name a group of people in charge.
var teamWords = []string{"Project team", "Research team", "The project team", "The research team", "Organizing team", "Organising team", "ทีมวิจัย", "คณะผู้วิจัย", "คณะวิจัย", "ทีมงานโครงการ", "Tim peneliti", "Tim Peneliti", "Nhóm nghiên cứu", "Equipo de investigación", "Équipe de recherche", "Equipe de recherche"}

// gluedTeam cuts "… Thailand Project team from IPSR" from a title.
func gluedTeam(s string) (title string, team *Person) {
	for _, w := range teamWords {
		at := strings.Index(s, w)
		if at <= 0 {
			continue
		}
		r, _ := utf8.DecodeLastRuneInString(s[:at])
		if before := trimPeopleLead(s[:at]); before != "" && (r == ' ' || r == '\t') {
			return before, &Person{Name: strings.TrimRight(s[at:], " ."), Team: true}
		}
	}
	return s, nil
}

// endsInPlace says that the last words are a place: "Army Hà Nội".
func endsInPlace(words []string) bool {
	for n := 1; n <= 3 && n <= len(words); n++ {
		if placeNames[strings.ToLower(strings.Trim(strings.Join(words[len(words)-n:], " "), ",."))] {
			return true
		}
	}
	return false
}

// placeNames are capitalised words that a person is not called by: countries, and cities and provinces of the region.
var placeNames = map[string]bool{
	"thailand": true, "indonesia": true, "vietnam": true, "malaysia": true, "cambodia": true, "myanmar": true, "philippines": true, "singapore": true, "japan": true, "australia": true, "laos": true, "asean": true,
	"hà nội": true, "nghệ an": true, "đà nẵng": true, "hải phòng": true, "cần thơ": true, "hồ chí minh": true, "tp. hồ chí minh": true, "quảng ninh": true, "quảng nam": true, "quảng ngãi": true, "quảng trị": true, "quảng bình": true, "thanh hóa": true, "hà tĩnh": true, "hà giang": true, "hà nam": true, "nam định": true, "thái bình": true, "thái nguyên": true, "bắc giang": true, "bắc ninh": true, "bắc kạn": true, "lào cai": true, "lai châu": true, "điện biên": true, "sơn la": true, "hòa bình": true, "phú thọ": true, "vĩnh phúc": true, "hưng yên": true, "hải dương": true, "ninh bình": true, "lạng sơn": true, "cao bằng": true, "yên bái": true, "tuyên quang": true, "bình định": true, "bình dương": true, "bình phước": true, "bình thuận": true, "khánh hòa": true, "phú yên": true, "ninh thuận": true, "lâm đồng": true, "đà lạt": true, "đồng nai": true, "đồng tháp": true, "long an": true, "tiền giang": true, "bến tre": true, "trà vinh": true, "vĩnh long": true, "an giang": true, "kiên giang": true, "hậu giang": true, "sóc trăng": true, "bạc liêu": true, "cà mau": true, "đắk lắk": true, "gia lai": true, "kon tum": true, "tây ninh": true, "vũng tàu": true, "ba đình": true, "việt nam": true,
	"chiang mai": true, "chiang rai": true, "khon kaen": true, "samut sakorn": true, "samut prakan": true, "hua hin": true, "hat yai": true, "udon thani": true, "nakhon pathom": true, "nakhon ratchasima": true, "ubon ratchathani": true, "surat thani": true, "jawa barat": true, "jawa timur": true, "jawa tengah": true, "banda aceh": true, "dki jakarta": true, "sulawesi selatan": true, "sumatera utara": true, "nusa tenggara": true, "kalimantan timur": true,
	"buenos aires": true, "san josé": true, "são paulo": true, "rio de janeiro": true, "la paz": true, "santa fe": true, "san salvador": true, "los angeles": true, "washington dc": true, "united kingdom": true, "addis ababa": true, "cape town": true, "burkina": true, "saint-denis": true, "la réunion": true,
	"sri lanka": true, "costa rica": true, "el salvador": true, "viet nam": true, "new zealand": true, "south africa": true, "hong kong": true, "timor leste": true,
	"burkina faso": true, "saudi arabia": true, "south korea": true, "san jose": true, "san francisco": true, "santa cruz": true, "santo domingo": true, "nueva york": true, "new york": true, "mae sot": true, "phnom penh": true, "samut sakhon": true, "kuala lumpur": true, "côte d'ivoire": true, "new delhi": true, "abu dhabi": true,
}
