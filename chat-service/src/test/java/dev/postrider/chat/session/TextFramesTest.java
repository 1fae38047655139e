package dev.postrider.chat.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.websocketx.WebSocket13FrameDecoder;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrameAggregator;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TextFramesTest {
    private static final int FRAME_MAX = 65_536;

    /** At every place where the form of the length changes, and in fragments that part a character. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 125, 126, 127, 65_534, 65_535, 65_536, 131_070, 131_071, 200_000})
    void aClientThatTakesFramesOf64KiBReadsWhatWasWritten(int length) {
        String text = ("é" + "x".repeat(length)).substring(0, length);
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        var client = new EmbeddedChannel(
                new WebSocket13FrameDecoder(false, false, FRAME_MAX), new WebSocketFrameAggregator(1 << 20));

        client.writeInbound(Unpooled.wrappedBuffer(TextFrames.of(bytes)));

        WebSocketFrame read = client.readInbound();
        assertEquals(text, read.content().toString(StandardCharsets.UTF_8));
        assertEquals(text, new String(TextFrames.text(TextFrames.of(bytes)), StandardCharsets.UTF_8));
        assertNull(client.<Object>readInbound());
        read.release();
    }
}
