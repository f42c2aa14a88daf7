package api

import (
	"context"
	"log/slog"
	"mime"
	"net/http"
	"slices"
	"time"

	"blyant/internal/batch"
	"blyant/internal/input"
	"blyant/internal/option"
	"blyant/model/vocabulary"

	"github.com/labstack/echo/v4"
)

const batchPath = "/v1/batch"

// Limits of streams, which have no end that could be foreseen.
const (
	streamsAtOnce  = 32               // their pieces take turns on the cores
	streamPatience = 60 * time.Second // for rows to come, and for rows to be taken
)

// asRows are the formats of a stream, in and out.
var asRows = []string{option.NDJSON, option.CSV, option.TSV}

// batchKinds are the media types of a stream of rows.
var batchKinds = map[string]string{
	"application/x-ndjson": option.NDJSON, "application/ndjson": option.NDJSON, "application/jsonl": option.NDJSON, "application/jsonlines": option.NDJSON,
	"text/csv": option.CSV, "text/tab-separated-values": option.TSV,
}

// batch godoc
//
//	@Summary		Many scenarios in one stream
//	@Description	One scenario a row, as NDJSON or CSV (its first row names the fields), with an optional id; one answer a row, in order. A row that is wrong becomes a row with its error. The last row is a trailer with the number of rows and errors: a stream without one was cut short.
//	@Tags			calculators
//	@Accept			application/x-ndjson,application/ndjson,application/jsonl,application/jsonlines,text/csv,text/tab-separated-values
//	@Produce		application/x-ndjson,text/csv,text/tab-separated-values
//	@Param			body		body		string	true	"rows: NDJSON, or a table with a header"
//	@Param			resource	query		string	false	"calculator of the rows"		default(lifetime-value)
//	@Param			fields		query		string	false	"figures of an answer, separated by commas; default: all"
//	@Success		200			{string}	string	"a stream of rows"
//	@Failure		400			{object}	Problem
//	@Failure		406			{object}	Problem
//	@Failure		415			{object}	Problem
//	@Failure		422			{object}	Problem
//	@Failure		429			{object}	Problem
//	@Failure		500			{object}	Problem
//	@Failure		503			{object}	Problem
//	@Router			/v1/batch [post]
func (s *server) batch(c echo.Context) error {
	stream, r, err := s.readStream(c)
	if err != nil {
		return err
	}
	select {
	case s.streams <- struct{}{}:
		defer func() { <-s.streams }()
	default:
		return overloaded(5 * time.Second)
	}
	control := http.NewResponseController(c.Response().Writer)
	if c.Request().ProtoMajor == 1 {
		_ = control.EnableFullDuplex() // or HTTP/1 drops what comes after the first answer
	}
	ctx, cancel := context.WithCancelCause(c.Request().Context())
	defer cancel(nil)
	defer context.AfterFunc(s.Ending, func() { cancel(batch.ErrStopped) })()
	// a read that waits for rows ends with the stream
	defer context.AfterFunc(ctx, func() { _ = control.SetReadDeadline(time.Now()) })()
	out := &rowWriter{c: c, control: control, contentType: r.medium.ContentType()}
	stream.Flush, stream.Progress = out.flush, s.metrics.streamed()
	_ = control.SetReadDeadline(time.Now().Add(streamPatience))
	_, err = stream.Run(ctx, &rowReader{c.Request().Body, control}, out)
	if err != nil && out.began {
		s.Logger.Warn("a stream broke off", slog.Any("error", err), slog.String("request_id", c.Response().Header().Get(echo.HeaderXRequestID)))
	}
	return out.ended(err)
}

// readStream reads what is asked beside the rows.
func (s *server) readStream(c echo.Context) (batch.Stream, *request, error) {
	in, err := rowsKind(c.Request().Header)
	if err != nil {
		return batch.Stream{}, nil, err
	}
	r, faults := s.readOptions(c)
	if r == nil {
		return batch.Stream{}, nil, faults
	}
	if accept := c.Request().Header.Get(echo.HeaderAccept); looseOptions(c.Request()).Format == "" && (accept == "" || accept == "*/*") {
		r.medium = option.MediumNamed(in)
	}
	if r.medium == nil {
		return batch.Stream{}, nil, notAcceptable(r.Format, offersOf(c))
	}
	r.Format = r.medium.Name
	var asked batch.Request
	faults = append(faults, input.FromParams(batch.Shape(), r.params, input.Dialect{}, &asked)...)
	figures, wrong := asked.Figures()
	if faults = append(faults, wrong...); len(faults) > 0 {
		return batch.Stream{}, nil, faults
	}
	stream := batch.Stream{Calculator: asked.Calculator(), Figures: figures, Lang: r.lang, In: in, Reading: r.reading(),
		Delimiter: r.ReadsSeparator(in), Out: r.medium.Name, Dialect: r.dialect(), Cores: s.cores}
	return stream, r, nil
}

// rowsKind is the format of the body. Compressed bodies are refused, since a small
// one can expand to any size.
func rowsKind(h http.Header) (string, error) {
	kind, parameters, _ := mime.ParseMediaType(h.Get(echo.HeaderContentType))
	in, known := batchKinds[kind]
	faults := slices.Concat(refusedCharset(parameters["charset"]), refusedCoding(h.Get(echo.HeaderContentEncoding)))
	if !known {
		faults = append(faults, vocabulary.Fault{Field: echo.HeaderContentType, Code: vocabulary.CodeNotAChoice, Reason: "unsupported_media_type",
			Args: []string{cut(kind), "application/x-ndjson, text/csv, text/tab-separated-values"}, Hint: "application/x-ndjson", Value: cut(kind)})
	}
	if len(faults) > 0 {
		return "", &problem{status: http.StatusUnsupportedMediaType, faults: faults}
	}
	return in, nil
}
