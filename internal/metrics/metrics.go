// Package metrics counts what an operator wants to watch, for Prometheus. It
// holds numbers of things and times, never who or what.
package metrics

import (
	"net/http"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"
	"github.com/prometheus/client_golang/prometheus/promhttp"
)

// Metrics are the counters of one installation.
type Metrics struct {
	registry *prometheus.Registry

	Commands    *prometheus.CounterVec // by outcome: done, refused, unsaved
	Ballots     prometheus.Counter     // ballots that were kept
	Turn        prometheus.Histogram   // commands that shared one write
	Save        prometheus.Histogram   // seconds until a turn was durable
	Events      prometheus.Counter     // events appended
	Topics      prometheus.Counter     // topics computed, once per variant
	Changed     prometheus.Counter     // of these, how many had changed
	Connections prometheus.Gauge       // live streams that are open
	Rooms       prometheus.Gauge       // workshops that are open
	Frames      prometheus.Counter     // topics sent on live streams
}

// The outcomes of a command.
const (
	Done    = "done"
	Refused = "refused"
	Unsaved = "unsaved"
)

// New makes counters that stand at nothing.
func New() *Metrics {
	m := &Metrics{
		registry:    prometheus.NewRegistry(),
		Commands:    prometheus.NewCounterVec(prometheus.CounterOpts{Name: "sala_commands_total", Help: "Commands by outcome."}, []string{"outcome"}),
		Ballots:     counter("sala_ballots_total", "Ballots kept in the vault."),
		Turn:        histogram("sala_turn_commands", "Commands that shared one durable write.", prometheus.ExponentialBuckets(1, 2, 9)),
		Save:        histogram("sala_save_seconds", "Time until a turn was durable.", prometheus.ExponentialBuckets(0.0005, 2, 12)),
		Events:      counter("sala_events_total", "Events appended to the journal."),
		Topics:      counter("sala_topics_computed_total", "Topics computed, once per variant of viewers."),
		Changed:     counter("sala_topics_changed_total", "Computed topics that had changed."),
		Connections: gauge("sala_live_connections", "Live streams that are open."),
		Rooms:       gauge("sala_rooms_open", "Workshops that are open in memory."),
		Frames:      counter("sala_live_frames_total", "Topics sent on live streams."),
	}
	m.registry.MustRegister(m.Commands, m.Ballots, m.Turn, m.Save, m.Events, m.Topics, m.Changed, m.Connections, m.Rooms, m.Frames,
		collectors.NewGoCollector(), collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}))
	for _, outcome := range []string{Done, Refused, Unsaved} {
		m.Commands.WithLabelValues(outcome) // 0 is a number too: an alarm can stand on it from the start
	}
	return m
}

// Queue shows how much waits in a queue, such as "journal" for its one writer.
// It must not be called twice for one queue.
func (m *Metrics) Queue(name string, waiting func() int) {
	m.registry.MustRegister(prometheus.NewGaugeFunc(prometheus.GaugeOpts{
		Name: "sala_queue_length", Help: "Commands that wait for their room, and writes that wait for journal or vault.", ConstLabels: prometheus.Labels{"queue": name},
	}, func() float64 { return float64(waiting()) }))
}

// Handler answers Prometheus.
func (m *Metrics) Handler() http.Handler {
	return promhttp.HandlerFor(m.registry, promhttp.HandlerOpts{})
}

func counter(name, help string) prometheus.Counter {
	return prometheus.NewCounter(prometheus.CounterOpts{Name: name, Help: help})
}

func gauge(name, help string) prometheus.Gauge {
	return prometheus.NewGauge(prometheus.GaugeOpts{Name: name, Help: help})
}

func histogram(name, help string, buckets []float64) prometheus.Histogram {
	return prometheus.NewHistogram(prometheus.HistogramOpts{Name: name, Help: help, Buckets: buckets})
}
