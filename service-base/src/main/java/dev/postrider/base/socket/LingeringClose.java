package dev.postrider.base.socket;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.channel.socket.DuplexChannel;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Closes a connection so that what was written last arrives. A system that closes while bytes are unread, or gets some
 * afterwards, resets the connection, and a reset overtakes the close frame: the client would not learn why. So our direction
 * ends first, what still comes is thrown away, and the connection is closed when the other side has ended too (RFC 6455,
 * 7.1.1), at the latest after {@value #MILLIS_MAX} ms or {@value #BYTES_MAX} bytes.
 */
@Sharable
public final class LingeringClose extends ChannelDuplexHandler {
    static final long MILLIS_MAX = 1_000;
    static final int BYTES_MAX = 262_144;

    /** One for all: it holds nothing while a connection stands. */
    private static final LingeringClose INSTANCE = new LingeringClose();

    private LingeringClose() {}

    /** From now on this connection closes so. Twice is once. */
    public static void install(Channel channel) {
        if (channel.pipeline().get(LingeringClose.class) == null) {
            channel.pipeline().addFirst(INSTANCE);
        }
    }

    @Override
    public void close(ChannelHandlerContext context, ChannelPromise promise) {
        if (!(context.channel() instanceof DuplexChannel connection) || !connection.isActive()) {
            context.close(promise);
            return;
        }
        connection.closeFuture().addListener(closed -> promise.trySuccess());
        if (context.pipeline().get(Dregs.class) == null) {
            context.pipeline().addFirst(new Dregs());
            linger(context, connection);
        }
    }

    private static void linger(ChannelHandlerContext context, DuplexChannel connection) {
        Future<?> late = context.executor().schedule(() -> context.close(), MILLIS_MAX, TimeUnit.MILLISECONDS);
        connection.closeFuture().addListener(closed -> late.cancel(false));
        connection.shutdownOutput().addListener(ended -> {
            if (ended.isSuccess()) {
                connection.config().setAutoRead(true);
            } else {
                context.close();
            }
        });
    }

    /** What still comes; the end of it closes the connection, as ever. */
    private static final class Dregs extends ChannelDuplexHandler {
        private int bytes;

        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            if (message instanceof ByteBuf buffer) {
                bytes += buffer.readableBytes();
            }
            ReferenceCountUtil.release(message);
            if (bytes > BYTES_MAX) {
                context.close();
            }
        }
    }
}
