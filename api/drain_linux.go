package api

import (
	"net"
	"os"

	"golang.org/x/sys/unix"
)

// refuseMore makes the kernel drop what belongs to no connection that is made
// already: nobody else gets in line, and those who tried are refused once the
// listener is closed. A filter that takes nothing of any packet does it.
func refuseMore(l *net.TCPListener) error {
	raw, err := l.SyscallConn()
	if err != nil {
		return err
	}
	nothing := []unix.SockFilter{{Code: unix.BPF_RET | unix.BPF_K, K: 0}}
	var set error
	err = raw.Control(func(fd uintptr) {
		set = unix.SetsockoptSockFprog(int(fd), unix.SOL_SOCKET, unix.SO_ATTACH_FILTER, &unix.SockFprog{Len: uint16(len(nothing)), Filter: &nothing[0]})
	})
	if err != nil {
		return err
	}
	return set
}

// inLine returns the next connection that is made and not yet accepted, nil where
// there is none.
func inLine(l *net.TCPListener) net.Conn {
	raw, err := l.SyscallConn()
	if err != nil {
		return nil
	}
	fd := -1
	_ = raw.Control(func(listening uintptr) { fd, _, _ = unix.Accept4(int(listening), unix.SOCK_NONBLOCK|unix.SOCK_CLOEXEC) })
	if fd < 0 {
		return nil
	}
	file := os.NewFile(uintptr(fd), "connection")
	defer func() { _ = file.Close() }() // a connection has a copy
	c, err := net.FileConn(file)
	if err != nil {
		return nil
	}
	return c
}
