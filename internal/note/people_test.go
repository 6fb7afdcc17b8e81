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
