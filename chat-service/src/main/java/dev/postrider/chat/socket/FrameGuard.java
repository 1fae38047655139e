package dev.postrider.chat.socket;

import dev.postrider.base.socket.LingeringClose;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.socket.SocketChannelConfig;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.ContinuationWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.Utf8FrameValidator;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.net.impl.ConnectionBase;

/**
 * What breaks the WebSocket protocol is answered with its close code before the connection ends: 1002, 1007 for text that
 * is no UTF-8, 1009 for a frame too large. Vert.x by itself ends the connection without a word, and puts another
 * character in the place of text that it cannot read, of which the sender would learn from the message that others see. A
 * message that begins with fragments of no bytes would be lost there: it is handed on as one that begins with its first
 * bytes. Once the socket is closed from our side, what a client still sends is passed over before anybody looks at it, and
 * a connection closed with something unread does not take the close frame with it.
 */
final class FrameGuard extends Utf8FrameValidator {
    static final String NAME = "frame-guard";

    private boolean broken;
    /** A message has begun, and nothing of it was handed on. */
    private Beginning beginning = Beginning.NONE;

    private enum Beginning {
        NONE,
        TEXT,
        BINARY
    }

    private boolean passingOver;

    FrameGuard() {
        super(false);
    }

    /**
     * Before the upgrade is answered: so no frame comes before it.
     *
     * @param systemBytesMax what the operating system may hold in each direction
     */
    static void begin(HttpConnection connection, int systemBytesMax) {
        if (connection instanceof ConnectionBase vertx) {
            if (vertx.channel().config() instanceof SocketChannelConfig system) {
                system.setSendBufferSize(systemBytesMax).setReceiveBufferSize(systemBytesMax);
            }
            LingeringClose.install(vertx.channel());
            ChannelHandlerContext own = vertx.channelHandlerContext();
            ChannelPipeline pipeline = own.pipeline();
            if (pipeline.get(NAME) == null) {
                pipeline.addBefore(own.name(), NAME, new FrameGuard());
            }
        }
    }

    /** From now on only control frames matter, the client's close frame among them. On the channel's event loop. */
    static void passOver(Channel channel) {
        if (channel.pipeline().get(NAME) instanceof FrameGuard guard) {
            guard.passingOver = true;
        }
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) throws Exception {
        switch (message) {
            case WebSocketFrame late when passingOver && isData(late) -> late.release();
            case TextWebSocketFrame first when holdsNothing(first) -> begin(first, Beginning.TEXT);
            case BinaryWebSocketFrame first when holdsNothing(first) -> begin(first, Beginning.BINARY);
            case ContinuationWebSocketFrame next
            when beginning != Beginning.NONE -> {
                if (holdsNothing(next)) {
                    next.release();
                } else {
                    super.channelRead(context, begun(next));
                }
            }
            default -> super.channelRead(context, message);
        }
    }

    private static boolean isData(WebSocketFrame frame) {
        return frame instanceof TextWebSocketFrame
                || frame instanceof BinaryWebSocketFrame
                || frame instanceof ContinuationWebSocketFrame;
    }

    private void begin(WebSocketFrame first, Beginning kind) {
        beginning = kind;
        first.release();
    }

    private WebSocketFrame begun(ContinuationWebSocketFrame next) {
        boolean text = beginning == Beginning.TEXT;
        beginning = Beginning.NONE;
        return text
                ? new TextWebSocketFrame(next.isFinalFragment(), next.rsv(), next.content())
                : new BinaryWebSocketFrame(next.isFinalFragment(), next.rsv(), next.content());
    }

    private static boolean holdsNothing(WebSocketFrame frame) {
        return !frame.isFinalFragment() && !frame.content().isReadable();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        if (cause instanceof CorruptedWebSocketFrameException frame && !broken) {
            broken = true;
            context.writeAndFlush(new CloseWebSocketFrame(frame.closeStatus()))
                    .addListener(written -> context.fireExceptionCaught(cause));
        } else if (!broken) {
            context.fireExceptionCaught(cause);
        }
    }
}
