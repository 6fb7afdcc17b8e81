package access

// Address says who may ask for an address of a workshop: a sentence for people
// and the roles, of which the first counts when a browser has several.
type Address struct {
	Says  string
	Roles []string
}

var (
	inside    = []string{Organiser, Chair, Rapporteur, Interpreter, Desk, Participant, Screen} // whoever is in, in any role
	chairs    = []string{Chair, Organiser}
	captioned = []string{Interpreter, Rapporteur, Chair, Organiser}
	organiser = []string{Organiser}
)

// addresses has one rule for each address of a workshop; web asks for the roles
// before it does anything. docs/access.md is made from it.
var addresses = map[string]Address{
	"GET /w/{id}":               {"The room, for phones; staff can look at it.", []string{Participant, Interpreter, Rapporteur, Chair, Organiser}},
	"GET /w/{id}/chair":         {"The console.", chairs},
	"GET /w/{id}/texts":         {"The desk of the texts, in two languages.", []string{Rapporteur, Interpreter, Chair, Organiser}},
	"GET /w/{id}/desk":          {"The desk at the door.", []string{Desk, Organiser}},
	"GET /w/{id}/screen":        {"The projector.", []string{Screen, Chair, Organiser}},
	"GET /w/{id}/group/{group}": {"A group's sheet; who may write on it, the commands say.", []string{Participant, Rapporteur, Chair, Organiser}},

	"GET /w/{id}/live":           {"The topics of one's role, as they change.", inside},
	"GET /w/{id}/topic/{topic}":  {"One topic, in the form of one's role.", inside},
	"GET /w/{id}/me":             {"What is one's own.", inside},
	"POST /w/{id}/do/{command}":  {"Any command; each has its rule above.", inside},
	"POST /w/{id}/round/preview": {"A round before it is opened: its gate in sentences.", chairs},
	"GET /w/{id}/opinion/next":   {"One's own votes, place on the opinion map and next statements, while it is open.", room},
	"POST /w/{id}/walkin":        {"The desk lets in somebody without a phone.", []string{Organiser, Desk}},
	"POST /w/{id}/people/read":   {"A list of expected people is read; nothing is kept.", organiser},
	"POST /w/{id}/people":        {"The list is kept; the desk sees who is on it.", organiser},
	"POST /w/{id}/people/forget": {"Who did not come is forgotten.", organiser},
	"POST /w/{id}/profile":       {"One's own name, alias, consents, role group and language.", room},
	"POST /w/{id}/erase":         {"Everybody may have themselves erased.", room},
	"GET /w/{id}/clone":          {"The plan as a draft for the next workshop.", organiser},
	"GET /w/{id}/join.svg":       {"The QR code to join.", inside},
	"GET /w/{id}/links":          {"Links and QR codes of every role; the chair does not see the organiser's.", []string{Organiser, Chair}},

	"GET /w/{id}/leave":             {"How to end one's session.", inside},
	"POST /w/{id}/leave":            {"One's own session ends.", inside},
	"GET /w/{id}/doors":             {"How each role comes in, and who is in.", organiser},
	"POST /w/{id}/doors/link":       {"A role's link is made anew.", organiser},
	"POST /w/{id}/doors/passphrase": {"A role's passphrase is set or taken away.", organiser},
	"POST /w/{id}/doors/end":        {"A session of the staff ends.", organiser},
	"POST /w/{id}/doors/speaker":    {"Somebody whom the programme names is erased.", organiser},

	"GET /w/{id}/result/{round}/{file}": {"The picture of a result, alone or against the round before, once its round has closed. One's own place in it only one's own device knows and draws.", inside},
	"GET /w/{id}/day/{file}":            {"The picture of a day: how recommendations became agreed, once something was decided.", inside},
	"GET /w/{id}/opinion/{file}":        {"The opinion map, once 15 people have voted; mine.* has the place of the participant who asks, while it is open.", inside},
	"GET /w/{id}/receipts/{round}":      {"The receipts of a round, once it has closed.", inside},
	"GET /w/{id}/captions":              {"All captions.", captioned},
	"POST /w/{id}/captions":             {"A caption is taken out.", captioned},
	"GET /w/{id}/captions/{file}":       {"All captions of a language (WebVTT).", captioned},
	"GET /w/{id}/memo/{file}":           {"The memo on a recommendation; of participants, the accepting party alone.", []string{Participant, Chair, Organiser}},
	"GET /w/{id}/report/{file}":         {"The report (HTML, DOCX, PDF), once the workshop has closed.", inside},
	"GET /w/{id}/record.sala":           {"The record, once the workshop has closed.", inside},
}

// RolesAt lists the roles that may ask for an address, the one that counts first;
// none for an address without a rule.
func RolesAt(address string) []string { return addresses[address].Roles }
