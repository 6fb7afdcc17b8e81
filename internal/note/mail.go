package note

import "strings"

// mailLabels open the lines that a mail program writes above a message.
var mailLabels = wordSet(`from sent to cc bcc date subject reply-to จาก ส่ง ถึง สำเนา เรื่อง วันที่ dari dikirim kepada perihal từ gửi đến de enviado para asunto envoyé à objet`)

// mailSubjects are those whose line names the matter of the message.
var mailSubjects = wordSet(`subject เรื่อง perihal asunto objet`)

// dropMailHead blanks the head of a forwarded message (who sent it, and when, is nothing about the event) and leaves the
// subject without "RE:" and "FW:". A head is three or more of those labels, one of them with an address, on neighbouring lines.
func dropMailHead(raw []string) {
	for from := 0; from < min(len(raw), 12); from++ {
		to, address := from, false
		for to < len(raw) && mailLabel(raw[to]) != "" {
			address = address || strings.ContainsRune(raw[to], '@')
			to++
		}
		if to-from < 3 || !address && mailLabel(raw[from+1]) != "sent" {
			continue
		}
		for i := from; i < to; i++ {
			raw[i] = subjectOf(raw[i])
		}
		return
	}
}

func mailLabel(s string) string {
	label, _, ok := strings.Cut(strings.TrimLeft(s, "> *"), ":")
	label = strings.ToLower(strings.Trim(label, " *"))
	first, more, _ := strings.Cut(label, " ")
	if ok && mailLabels[first] && len(more) < 4 { // "Sent", "Enviado el", "Gửi lúc"
		return first
	}
	return ""
}

func subjectOf(s string) string {
	if !mailSubjects[mailLabel(s)] {
		return ""
	}
	_, subject, _ := strings.Cut(s, ":")
	for {
		subject = strings.TrimLeft(subject, " *")
		head, rest, ok := strings.Cut(subject, ":")
		if !ok || len(head) > 4 {
			return subject
		}
		subject = rest
	}
}
