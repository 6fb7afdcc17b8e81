package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"time"

	"sala.example/internal/document"
	"sala.example/internal/document/pdf"
	"sala.example/internal/note"
)

const (
	documentPages = 50
	documentRuns  = 5
	mostDocument  = 1000 // ms
)

// benchDocuments: a PDF of fifty pages in Thai, with a programme in tables, is
// read and understood.
func benchDocuments(_ context.Context, _ *lab) (any, error) {
	file, want, err := thaiPDF()
	if err != nil {
		return nil, err
	}
	var times []float64
	items := 0
	for range documentRuns {
		began := time.Now()
		n, err := note.Read(bytes.NewReader(file), "programme.pdf")
		if err != nil {
			return nil, err
		}
		times = append(times, milliseconds(time.Since(began)))
		items = len(n.Items())
	}
	if items == 0 {
		return nil, errors.New("no item was understood")
	}
	return map[string]any{
		"pages": documentPages, "kb": round(float64(len(file)) / 1000), "items": items, "items_written": want,
		"read_ms": round(median(times)), "target_met": median(times) < mostDocument,
	}, nil
}

// thaiPDF writes pages of prose and a day of the programme on each.
func thaiPDF() (file []byte, items int, err error) {
	d := &document.Document{Title: "การประชุมเชิงปฏิบัติการว่าด้วยการศึกษาของเด็กข้ามชาติ", Lang: "th", Created: time.Date(2014, 9, 1, 0, 0, 0, 0, time.UTC)}
	prose := "ผู้เข้าร่วมประชุมพิจารณาข้อเสนอแนะเชิงนโยบายเพื่อให้เด็กทุกคนในจังหวัดได้เข้าเรียน โดยคำนึงถึงความเป็นไปได้และการยอมรับของทุกฝ่าย "
	for day := range documentPages {
		if day > 0 {
			d.Blocks = append(d.Blocks, document.PageBreak{})
		}
		d.Blocks = append(d.Blocks, document.Heading{Level: 2, Text: fmt.Sprintf("วันที่ %d กันยายน พ.ศ. %d", day%28+1, 2557+day/28)})
		for range 3 {
			d.Blocks = append(d.Blocks, document.Paragraph{Runs: []document.Run{{Text: prose + prose}}})
		}
		table := document.Table{Header: []string{"เวลา", "กิจกรรม"}, Widths: []float64{1, 3}}
		for hour := 9; hour < 16; hour++ {
			table.Rows = append(table.Rows, []document.Cell{
				document.Text("", fmt.Sprintf("%02d.00–%02d.45 น.", hour, hour)), document.Text("", fmt.Sprintf("อภิปรายประเด็นที่ %d เรื่องการรับเด็กเข้าเรียน", hour)),
			})
			items++
		}
		d.Blocks = append(d.Blocks, table)
	}
	var out bytes.Buffer
	err = pdf.Write(&out, d)
	return out.Bytes(), items, err
}
