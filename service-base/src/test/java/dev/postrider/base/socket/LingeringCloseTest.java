package dev.postrider.base.socket;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollEventLoopGroup;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A server that reads nothing until it closes: whatever was sent to it is unread then. */
final class LingeringCloseTest {
    private static final int PATIENCE_MILLIS = 20_000;

    /** Java's own channels end their direction before they close; the services use the system's. */
    private final EventLoopGroup loops = Epoll.isAvailable() ? new EpollEventLoopGroup(1) : new NioEventLoopGroup(1);

    private final BlockingQueue<Channel> accepted = new LinkedBlockingQueue<>();
    private Channel listening;

    @BeforeEach
    void listens() throws InterruptedException {
        listening = new ServerBootstrap()
                .group(loops)
                .channel(Epoll.isAvailable() ? EpollServerSocketChannel.class : NioServerSocketChannel.class)
                .childOption(ChannelOption.AUTO_READ, false)
                .childHandler(new ChannelInitializer<>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        accepted.add(channel);
                    }
                })
                .bind(InetAddress.getLoopbackAddress(), 0)
                .sync()
                .channel();
    }

    @AfterEach
    void ends() {
        loops.shutdownGracefully(0, 5, TimeUnit.SECONDS).syncUninterruptibly();
    }

    @Test
    void whatWasSaidLastArrivesThoughTheClientWritesOn() throws Exception {
        try (Socket client = connects()) {
            Channel server = accepts();
            LingeringClose.install(server);
            LingeringClose.install(server);
            client.getOutputStream().write("unread".getBytes(US_ASCII));

            server.writeAndFlush(Unpooled.copiedBuffer("why", US_ASCII)).sync();
            server.close();
            server.close();
            client.getOutputStream().write("unread as well".getBytes(US_ASCII));

            assertEquals("why", new String(client.getInputStream().readAllBytes(), US_ASCII));
            client.close();
            assertTrue(server.closeFuture().await(PATIENCE_MILLIS));
        }
    }

    @Test
    void withoutItTheConnectionIsReset() throws Exception {
        assumeTrue(Epoll.isAvailable());
        try (Socket client = connects()) {
            Channel server = accepts();
            client.getOutputStream().write("unread".getBytes(US_ASCII));

            server.writeAndFlush(Unpooled.copiedBuffer("why", US_ASCII)).sync();
            server.close().sync();

            assertThrows(IOException.class, () -> client.getInputStream().readAllBytes());
        }
    }

    @Test
    void whoDoesNotEndIsCutOff() throws Exception {
        try (Socket client = connects()) {
            Channel server = accepts();
            LingeringClose.install(server);

            server.close();

            assertEquals(-1, client.getInputStream().read());
            assertTrue(server.closeFuture().await(PATIENCE_MILLIS));
        }
    }

    @Test
    void whoSendsWithoutEndIsCutOff() throws Exception {
        try (Socket client = connects()) {
            Channel server = accepts();
            LingeringClose.install(server);

            server.close();

            byte[] much = new byte[65_536];
            assertThrows(IOException.class, () -> {
                for (int sent = 0; sent < 1_000 * LingeringClose.BYTES_MAX; sent += much.length) {
                    client.getOutputStream().write(much);
                }
            });
        }
    }

    private Socket connects() throws IOException {
        Socket socket = new Socket();
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.connect((InetSocketAddress) listening.localAddress(), PATIENCE_MILLIS);
        return socket;
    }

    private Channel accepts() throws InterruptedException {
        return Objects.requireNonNull(accepted.poll(PATIENCE_MILLIS, TimeUnit.MILLISECONDS));
    }
}
