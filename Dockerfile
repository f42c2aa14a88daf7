# The image holds one static binary and nothing else: no shell, no packages.

FROM golang:1.26.8-bookworm AS build
WORKDIR /src
COPY go.mod go.sum ./
RUN go mod download
COPY . .
# Version and commit come from .git; CI runs this very line.
RUN CGO_ENABLED=0 go build -trimpath -buildvcs=auto -ldflags="-s -w" -o blyant ./api/blyant

FROM gcr.io/distroless/static-debian12:nonroot
COPY --from=build /src/blyant /blyant
ENV BLYANT_LISTEN=:8080
EXPOSE 8080
HEALTHCHECK --interval=30s --timeout=5s --start-period=5s --retries=3 CMD ["/blyant", "healthcheck"]
ENTRYPOINT ["/blyant"]
