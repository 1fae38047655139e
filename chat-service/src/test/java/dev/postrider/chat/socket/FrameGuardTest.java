package dev.postrider.chat.socket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import org.junit.jupiter.api.Test;

class FrameGuardTest {
    private final EmbeddedChannel channel = new EmbeddedChannel();

    @Test
    void onceTheSocketIsClosedFromOurSideOnlyTheClientsEndIsHeard() {
        channel.pipeline().addLast(FrameGuard.NAME, new FrameGuard());
        channel.writeInbound(new TextWebSocketFrame("heard"));
        assertInstanceOf(TextWebSocketFrame.class, channel.readInbound());

        FrameGuard.passOver(channel);
        TextWebSocketFrame late = new TextWebSocketFrame("too late");
        channel.writeInbound(late, new CloseWebSocketFrame());

        assertEquals(0, late.refCnt());
        assertInstanceOf(CloseWebSocketFrame.class, channel.readInbound());
        assertNull(channel.readInbound());
    }
}
