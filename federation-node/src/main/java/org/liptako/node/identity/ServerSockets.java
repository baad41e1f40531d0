package org.liptako.node.identity;

import io.netty.channel.IoHandlerFactory;
import io.netty.channel.ServerChannel;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;

/** How the server waits for its sockets: by the kernel's epoll where this machine has it, which knows socket options that Java's own way does not; else by Java's own. */
enum ServerSockets {
    EPOLL {
        @Override
        IoHandlerFactory waiting() {
            return EpollIoHandler.newFactory();
        }

        @Override
        ServerChannel listening() {
            return new EpollServerSocketChannel();
        }
    },
    JAVA {
        @Override
        IoHandlerFactory waiting() {
            return NioIoHandler.newFactory();
        }

        @Override
        ServerChannel listening() {
            return new NioServerSocketChannel();
        }
    };

    static ServerSockets ofThisMachine() {
        return Epoll.isAvailable() ? EPOLL : JAVA;
    }

    /** What the threads of the network run. */
    abstract IoHandlerFactory waiting();

    /** A socket for connections to come in by. */
    abstract ServerChannel listening();
}
