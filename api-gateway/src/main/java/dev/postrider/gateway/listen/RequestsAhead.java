package dev.postrider.gateway.listen;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.net.impl.ConnectionBase;

/**
 * Closes a connection that sends too many requests ahead of their answers: the HTTP stack keeps every one of them, in a list
 * that has no bound. One per connection, on its event loop; sees nothing of a tunnel.
 */
final class RequestsAhead extends ChannelDuplexHandler {
    private final int max;
    private int unanswered;

    private RequestsAhead(int max) {
        this.max = max;
    }

    static void bound(HttpConnection connection, int max) {
        ((ConnectionBase) connection)
                .channel()
                .pipeline()
                .addBefore("handler", "requestsAhead", new RequestsAhead(max));
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof HttpRequest) {
            unanswered++;
        }
        if (unanswered > max) {
            ReferenceCountUtil.release(message);
            context.close();
        } else {
            context.fireChannelRead(message);
        }
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise written) {
        if (message instanceof LastHttpContent && !isInterim(message)) {
            unanswered--;
        }
        context.write(message, written);
    }

    private static boolean isInterim(Object message) {
        return message instanceof HttpResponse response
                && response.status().codeClass() == HttpStatusClass.INFORMATIONAL;
    }
}
