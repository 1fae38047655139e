package dev.postrider.chat.socket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.ContinuationWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class FrameGuardTest {
    private final EmbeddedChannel channel = new EmbeddedChannel(new FrameGuard());

    @Test
    void aTextThatBeginsWithEmptyFragmentsIsOneThatBeginsWithItsFirstBytes() {
        hear(new TextWebSocketFrame(false, 0, ""), continuation(false, ""), continuation(false, "mid"));
        hear(continuation(true, ""));

        WebSocketFrame first = assertInstanceOf(TextWebSocketFrame.class, channel.readInbound());
        assertEquals("mid", text(first));
        WebSocketFrame last = assertInstanceOf(ContinuationWebSocketFrame.class, channel.readInbound());
        assertTrue(last.isFinalFragment());
        assertNull(channel.readInbound());
    }

    @Test
    void aTextOfEmptyFragmentsOnlyIsAnEmptyText() {
        hear(new TextWebSocketFrame(false, 0, ""), continuation(false, ""), continuation(true, ""));

        WebSocketFrame only = assertInstanceOf(TextWebSocketFrame.class, channel.readInbound());
        assertTrue(only.isFinalFragment());
        assertEquals("", text(only));
        assertNull(channel.readInbound());
    }

    @Test
    void bytesStayBytesAndAPingBetweenGoesItsWay() {
        hear(new BinaryWebSocketFrame(false, 0, Unpooled.EMPTY_BUFFER), new PingWebSocketFrame());
        hear(continuation(true, "x"), new TextWebSocketFrame("next"));

        assertInstanceOf(PingWebSocketFrame.class, channel.readInbound());
        assertTrue(assertInstanceOf(BinaryWebSocketFrame.class, channel.readInbound())
                .isFinalFragment());
        assertEquals("next", text(channel.readInbound()));
    }

    @Test
    void onceTheSocketIsClosedFromOurSideOnlyTheClientsEndIsHeard() {
        EmbeddedChannel named = new EmbeddedChannel();
        named.pipeline().addLast(FrameGuard.NAME, new FrameGuard());
        named.writeInbound(new TextWebSocketFrame("heard"));
        assertInstanceOf(TextWebSocketFrame.class, named.readInbound());

        FrameGuard.passOver(named);
        TextWebSocketFrame late = new TextWebSocketFrame("too late");
        named.writeInbound(late, new CloseWebSocketFrame());

        assertEquals(0, late.refCnt());
        assertInstanceOf(CloseWebSocketFrame.class, named.readInbound());
        assertNull(named.readInbound());
    }

    private void hear(WebSocketFrame... frames) {
        channel.writeInbound((Object[]) frames);
    }

    private static WebSocketFrame continuation(boolean last, String text) {
        return new ContinuationWebSocketFrame(last, 0, text);
    }

    private static String text(WebSocketFrame frame) {
        return frame.content().toString(StandardCharsets.UTF_8);
    }
}
