//go:build !race

package api

const detecting = false
