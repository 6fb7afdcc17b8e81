package note

import (
	"fmt"
	"strings"
	"testing"
)

func TestGluedPeople(t *testing.T) {
	for _, c := range []struct{ in, title, people string }{
		{"Opening Dr. Example One, Director, Example Institute", "Opening", "Dr. Example One|Director, Example Institute"},
		{"Talks Mr. Example Two/ Ms. Example Three, Example Office", "Talks", "Mr. Example Two|Example Office;Ms. Example Three|Example Office"},
		{"Welcome by Assoc. Prof. Dr. Example Four (Example University)", "Welcome", "Assoc. Prof. Dr. Example Four|Example University"},
		{"Dr. Example Five: Why schools matter", "Why schools matter", "Dr. Example Five|"},
		{"พิธีเปิด โดย นายตัวอย่าง หนึ่ง ผู้ว่าราชการจังหวัด", "พิธีเปิด", "นายตัวอย่าง หนึ่ง|ผู้ว่าราชการจังหวัด"},
		{"บรรยาย โดยผศ.ดร.ตัวอย่าง สอง มหาวิทยาลัยตัวอย่าง", "บรรยาย", "ผศ.ดร.ตัวอย่าง สอง|มหาวิทยาลัยตัวอย่าง"},
		{"บทบาทของนายจ้างและคุณภาพชีวิต", "บทบาทของนายจ้างและคุณภาพชีวิต", ""},
		{"นายกเทศมนตรีกล่าวต้อนรับ", "นายกเทศมนตรีกล่าวต้อนรับ", ""},
		{"Sambutan oleh Bapak Contoh Satu, Kepala Dinas", "Sambutan", "Bapak Contoh Satu|Kepala Dinas"},
		{"Khai mạc – Bà Ví Dụ Một, Phó Giám đốc", "Khai mạc", "Bà Ví Dụ Một|Phó Giám đốc"},
		{"Bienvenida, Sra. Ejemplo Uno, Directora", "Bienvenida", "Sra. Ejemplo Uno|Directora"},
		{"Mot de bienvenue, M. Exemple Un, Institut Exemple", "Mot de bienvenue", "M. Exemple Un|Institut Exemple"},
		{"Sr. officials and drivers discuss", "Sr. officials and drivers discuss", ""},
		{"Mapping the province", "Mapping the province", ""},
	} {
		title, people := gluedPeople(c.in)
		if got := peopleText(people); title != c.title || got != c.people {
			t.Errorf("%q: %q %q", c.in, title, got)
		}
	}
}

func TestReadPeople(t *testing.T) {
	for _, c := range []struct{ in, people, offices string }{
		{"Dr. Example Four (Example Hospital); TBC", "Dr. Example Four|Example Hospital", ""},
		{"Example One (Example Org); Example Two", "Example One|Example Org;Example Two|", ""},
		{"Example One, Example Two and Example Three", "Example One|;Example Two|;Example Three|", ""},
		{"Example One, Director, Example Institute", "Example One|Director, Example Institute", ""},
		{"รองผู้ว่าราชการจังหวัด (ผู้แทน)", "", "รองผู้ว่าราชการจังหวัด (ผู้แทน)"},
		{"Representative of the Governor", "", "Representative of the Governor"},
		{"นางสาวตัวอย่าง หนึ่ง มูลนิธิตัวอย่าง", "นางสาวตัวอย่าง หนึ่ง|มูลนิธิตัวอย่าง", ""},
		{"Dr. Example One, Ph.D., M.Sc., Example Institute", "Dr. Example One|Example Institute", ""},
		{"Layla al-Example, Example Society", "Layla al-Example|Example Society", ""},
		{"Budi Example PhD", "Budi Example|", ""},
		{"Mr. Example J., Ms. Sample K. and Dr. Lek", "Mr. Example J.|;Ms. Sample K.|;Dr. Lek|", ""},
		{"Ana Ejemplo (Uno), Luis Ejemplo (Dos) e Ignacio Ejemplo (Tres)", "Ana Ejemplo|Uno;Luis Ejemplo|Dos;Ignacio Ejemplo|Tres", ""},
		{"Ana Example / Country Office", "Ana Example|Country Office", ""},
		{"Dr. Contoh Pembantu Rektor Universitas Contoh", "Dr. Contoh|Pembantu Rektor Universitas Contoh", ""},
		{"Contoh Satu, S.Pt., M.P., IPM, Dinas Contoh", "Contoh Satu|Dinas Contoh", ""},
		{"Contohwati, S.Ag. (Divisi Contoh)", "Contohwati|Divisi Contoh", ""},
		{"le maître des cérémonies, Valentin Exemple", "Valentin Exemple|maître des cérémonies", ""},
		{"M. le Président de la République", "", "M. le Président de la République"},
		{"PGS.TS Ví Dụ Trung Tính (Trường Đại học Ví Dụ)", "PGS.TS Ví Dụ Trung Tính|Trường Đại học Ví Dụ", ""},
		{"กอไก่ ขอไข่, คอควาย งองู และ จอจาน ฉอฉิ่ง", "กอไก่ ขอไข่|;คอควาย งองู|;จอจาน ฉอฉิ่ง|", ""},
		{"กอไก่ ขอไข่ มูลนิธิตัวอย่าง", "กอไก่ ขอไข่|มูลนิธิตัวอย่าง", ""},
		{"พระกอไก่ ขอไข่", "พระกอไก่ ขอไข่|", ""},
		{"พระราชดำริ ในพื้นที่", "", "พระราชดำริ ในพื้นที่"},
		{"ทีมงาน โครงการตัวอย่าง", "", "ทีมงาน โครงการตัวอย่าง"},
		{"Hà Nội", "", "Hà Nội"},
		{"TBC", "", ""},
		{"to be confirmed", "", ""},
	} {
		people, offices, _ := readPeople(c.in)
		if got := peopleText(people); got != c.people || strings.Join(offices, ";") != c.offices {
			t.Errorf("%q: people %q, offices %q", c.in, got, offices)
		}
	}
}

func TestHonorificAndDegreesAreKept(t *testing.T) {
	people, _, _ := readPeople("Asst. Prof. Dr. Example One, Ph.D., M.Sc., Example Institute")
	if p := people[0]; p.Honorific != "Asst. Prof. Dr." || p.Degrees != "Ph.D., M.Sc." || p.Name != "Asst. Prof. Dr. Example One" {
		t.Errorf("%+v", p)
	}
}

func TestAlike(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"Sureporn Punpuing", "Sureeporn Punpuing", true},
		{"Example One", "Example One", false},
		{"Example One", "Example Two", false},
		{"Makiko Miyajima", "Makoto Miyajima", false},
		{"Ana Silva", "Ann Silva", false},
		{"Hiroki Sugiura", "Hiroki Sugiora", true},
	} {
		if alike(c.a, c.b) != c.want {
			t.Errorf("%s, %s: want %v", c.a, c.b, c.want)
		}
	}
}

func peopleText(people []Person) string {
	var parts []string
	for _, p := range people {
		parts = append(parts, fmt.Sprintf("%s|%s", p.Name, p.Affiliation))
	}
	return strings.Join(parts, ";")
}

func TestPlainNamesInTitles(t *testing.T) {
	for _, c := range []struct{ in, title, people string }{
		{"Ana Example (Some Institute) “What we found”", "“What we found”", "Ana Example|Some Institute"},
		{"Xin Example / Lo Example: “Understanding”", "“Understanding”", "Xin Example|;Lo Example|"},
		{"Intervention de Carole EXEMPLE – présidente", "Intervention", "Carole EXEMPLE|présidente"},
		{"Sambutan oleh Ketua Panitia Ana Contoh", "Sambutan", "Ana Contoh|Ketua Panitia"},
		{"Pembukaan oleh Contoh Andarmo", "Pembukaan", "Contoh Andarmo|"},
		{"Pembukaan oleh Ketua Panitia", "Pembukaan oleh Ketua Panitia", ""},
		{"Makan malam di hotel Army Hà Nội", "Makan malam di hotel Army Hà Nội", ""},
		{"Special presentations: C. Exampler and M. Sample", "Special presentations", "C. Exampler|;M. Sample|"},
		{"Keynote Speaker: Doug Example on getting things done", "Keynote Speaker: Doug Example on getting things done", "Doug Example|"},
		{"Ana Example – What the survey found", "What the survey found", "Ana Example|"},
		{"Visite, commentée par Philippe EXEMPLE et Antoine EXEMPLO (Mémorial Exemple)", "Visite", "Philippe EXEMPLE|Mémorial Exemple;Antoine EXEMPLO|Mémorial Exemple"},
		{"Discours de bienvenue du Maire du Plateau, Jacques Exemple", "Discours de bienvenue du Maire du Plateau", "Jacques Exemple|Maire du Plateau"},
		{"Visit to the Hotel Martín Ejemplo", "Visit to the Hotel Martín Ejemplo", ""},
	} {
		title, _, people := plainInTitle(c.in)
		if got := peopleText(people); title != c.title || got != c.people {
			t.Errorf("%q: %q %q", c.in, title, got)
		}
	}
}
