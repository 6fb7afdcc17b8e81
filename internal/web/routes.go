package web

import "net/http"

// routes is the whole site in one table.
func (s *Server) routes() http.Handler {
	mux := http.NewServeMux()
	for pattern, handler := range map[string]http.HandlerFunc{
		// For everybody.
		"GET /{$}":             s.home,
		"POST /lang":           s.setLanguage,
		"GET /j/{code}":        s.joinForm,
		"POST /j/{code}":       s.join,
		"POST /j":              s.typedCode,
		"GET /j/{code}/{file}": s.programme,
		"GET /s/{token}":       s.staffLink,
		"GET /f/{token}":       s.followForm,
		"POST /f/{token}":      s.follow,
		"GET /assets/{file}":   s.assets.serve,
		"GET /healthz":         s.healthz,
		"GET /readyz":          s.readyz,

		// For an organiser: from note to workshop.
		"GET /new":                              s.newPage,
		"POST /new/read":                        s.readNote,
		"POST /new/check":                       s.checkPlan,
		"POST /new/align":                       s.align,
		"GET /new/sample/{lang}":                s.sampleNote,
		"GET /new/templates":                    s.templates,
		"POST /new/templates":                   s.saveTemplate,
		"POST /new/templates/open":              s.openTemplate,
		"GET /new/templates/{template}":         s.template,
		"POST /new/templates/{template}/remove": s.removeTemplate,
		"POST /new":                             s.create,

		// Live pages.
		"GET /w/{id}":               s.live(phonePage),
		"GET /w/{id}/chair":         s.live(chairPage),
		"GET /w/{id}/texts":         s.live(textsPage),
		"GET /w/{id}/desk":          s.live(deskPage),
		"GET /w/{id}/screen":        s.live(screenPage),
		"GET /w/{id}/group/{group}": s.live(sheetPage),

		// What live pages call.
		"GET /w/{id}/live":           s.stream,
		"GET /w/{id}/topic/{topic}":  s.topic,
		"GET /w/{id}/me":             s.me,
		"POST /w/{id}/do/{command}":  s.do,
		"POST /w/{id}/round/preview": s.as(s.previewRound),
		"GET /w/{id}/opinion/next":   s.as(s.ownOpinion),
		"POST /w/{id}/walkin":        s.as(s.walkIn),
		"POST /w/{id}/people/read":   s.as(s.readPeople),
		"POST /w/{id}/people":        s.as(s.expectPeople),
		"POST /w/{id}/people/forget": s.as(s.forgetExpected),
		"POST /w/{id}/profile":       s.as(s.putProfile),
		"GET /w/{id}/clone":          s.as(s.clone),
		"POST /w/{id}/erase":         s.as(s.erase),
		"GET /w/{id}/join.svg":       s.joinQR,
		"GET /w/{id}/links":          s.as(s.links),

		// How people come in and go.
		"GET /w/{id}/sign-in":           s.signInForm,
		"POST /w/{id}/sign-in":          s.signIn,
		"GET /w/{id}/leave":             s.as(s.leaveForm),
		"POST /w/{id}/leave":            s.as(s.leave),
		"GET /w/{id}/doors":             s.as(s.doors),
		"POST /w/{id}/doors/link":       s.as(s.renewLink),
		"POST /w/{id}/doors/passphrase": s.as(s.setPassphrase),
		"POST /w/{id}/doors/end":        s.as(s.endSession),
		"POST /w/{id}/doors/speaker":    s.as(s.eraseSpeaker),

		// What people take home.
		"GET /w/{id}/result/{round}/{file}": s.resultPicture,
		"GET /w/{id}/day/{file}":            s.dayPicture,
		"GET /w/{id}/captions":              s.as(s.captions),
		"POST /w/{id}/captions":             s.as(s.removeCaption),
		"GET /w/{id}/captions/{file}":       s.as(s.captionsFile),
		"GET /w/{id}/receipts/{round}":      s.receipts,
		"GET /w/{id}/opinion/{file}":        s.opinionPicture,
		"GET /w/{id}/report/{file}":         s.reportFile,
		"GET /w/{id}/memo/{file}":           s.as(s.memo),
		"GET /w/{id}/record.sala":           s.record,
	} {
		mux.HandleFunc(pattern, handler)
	}
	mux.HandleFunc("/", s.notFound)
	return mux
}
