package dev.postrider.chat.socket;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.netty.handler.codec.http.websocketx.Utf8FrameValidator;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.net.impl.ConnectionBase;

/**
 * What breaks the WebSocket protocol is answered with its close code before the connection ends: 1002, 1007 for text that
 * is no UTF-8, 1009 for a frame too large. Vert.x by itself ends the connection without a word, and puts another
 * character in the place of text that it cannot read, of which the sender would learn from the message that others see.
 */
final class FrameGuard extends Utf8FrameValidator {
    private static final String NAME = "frame-guard";

    private boolean broken;

    private FrameGuard() {
        super(false);
    }

    /** Before the upgrade is answered: so no frame comes before it. */
    static void begin(HttpConnection connection) {
        if (connection instanceof ConnectionBase vertx) {
            ChannelHandlerContext own = vertx.channelHandlerContext();
            ChannelPipeline pipeline = own.pipeline();
            if (pipeline.get(NAME) == null) {
                pipeline.addBefore(own.name(), NAME, new FrameGuard());
            }
        }
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
