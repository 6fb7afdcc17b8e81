package note

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

var nameParticles = wordSet(`de da do dos del della di du la le van von der den bin binti bt ibn al el y e dan na`)

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
	remarks address keynote introduction overview summary report questions answers trường viện bộ sở ủy đại học giám đốc phó trưởng trung tâm kepala direktur ketua dinas badan balai pusat jefe jefa gerente
	coordinador coordinadora ministro ministra gobierno asociado ong ngo company limited ltd inc corporation bank embassy consulate municipality provincial regional national international statement review work
	track part module theme topic note venue language agenda day date time tel fax email members participants all stakeholders government city province district ward open closed questionnaire conclusion conclusions
	agence agencia mairie ville métropole región région conseil collectif réseau red asociación ayuntamiento alcaldía consejo junta dirección dewan lembaga kementerian komunitas himpunan federation confederation union league society trust initiative alliance coalition
	karang taruna kabag kasi kasubag sekda hukum taller mesa aula atelier grupo groupe equipo đội maire mairesse alcalde alcaldesa wali kota dirjen direktorat sekjen deputi kabid kadis kasubdit plt ditjen kesehatan pendidikan masyarakat perencanaan kabupaten provinsi kelurahan desa sekolah puskesmas rumah
	chief executive treasurer registrar superintendent principal inspector ambassador trustees
	secretariat secretaría secretaria secrétariat facilitators speakers mc panitia tim peneliti peserta semua seluruh narasumber moderator ban nhóm đại diện lãnh đạo các đơn vị equipo comité équipe todos todas tous toutes participantes youth civil society
	minister ministre menteri gubernur bupati rektor dekan camat wakil world united nations european union asian committee ceremony address speech prayer remark plan policy research findings results development education health training`)

func isBodyWord(w string) bool {
	return bodyWords[strings.ToLower(strings.Trim(w, ".,;:()\"'’“”"))]
}

// degreeWords are written after a name, between commas.
var degreeWords = wordSet(`phd ph.d dphil d.phil md m.d msc m.sc ma m.a mph m.p.h mba m.b.a bsc b.sc ba b.a jr sr llm ll.m edd ed.d drph m.si msi s.si s.e se s.h sh m.h mh s.sos s.pd m.pd s.t m.t st mt s.kom m.kom m.hum s.ip m.ip m.m mm
	s.psi m.psi skm m.kes s.ked sp.a sp.pd m.ag s.ag s.th m.eng m.ed mpa mpp msw esq rn cfa ph.d.c m.kes m.phil mphil`)

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
		if space := strings.IndexByte(word, ' '); space > 0 && strings.HasSuffix(word[:space], ".") {
			word, end = word[:space], space
		}
		if !degreeWords[strings.ToLower(strings.TrimRight(word, "."))] {
			break
		}
		found, rest = append(found, word), t[end:]
	}
	return strings.Join(found, ", "), rest
}

var thaiOffices = strings.Fields(`มูลนิธิ มหาวิทยาลัย สำนัก กรม กระทรวง สถาบัน โรงเรียน โรงพยาบาล องค์การ องค์กร บริษัท จังหวัด ผู้อำนวยการ ผู้ว่า ผู้แทน ผู้จัดการ ผู้เชี่ยวชาญ หัวหน้า นายก นายอำเภอ รอง ประธาน เลขา คณบดี คณะ ศูนย์ สมาคม เทศบาล อำเภอ เครือข่าย ที่ปรึกษา นักวิจัย นักวิชาการ อธิบดี ปลัด ครู แรงงาน ศึกษาธิการ สาธารณสุข กลุ่ม หน่วย ภาควิชา วิทยาลัย ชมรม นักเรียน ตัวแทน เจ้าหน้าที่ อาจารย์`)

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

// placeNames are two capitalised words, of which one may be a given name too.
var placeNames = map[string]bool{
	"sri lanka": true, "costa rica": true, "el salvador": true, "viet nam": true, "new zealand": true, "south africa": true, "hong kong": true, "timor leste": true,
	"burkina faso": true, "saudi arabia": true, "south korea": true, "san jose": true, "san francisco": true, "santa cruz": true, "santo domingo": true, "nueva york": true, "new york": true, "mae sot": true, "phnom penh": true, "samut sakhon": true, "kuala lumpur": true, "côte d'ivoire": true, "new delhi": true, "abu dhabi": true,
}
