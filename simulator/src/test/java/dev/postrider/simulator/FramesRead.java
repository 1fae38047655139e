package dev.postrider.simulator;

import dev.postrider.contracts.frame.FrameCodec;
import dev.postrider.contracts.frame.ServerFrame;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** What texts of the wire say: several devices hear the same text, which need not be parsed again for each. */
final class FramesRead {
    private static final int KEPT = 64;

    private final Map<String, ServerFrame> frames = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, ServerFrame> eldest) {
            return size() > KEPT;
        }
    };

    ServerFrame of(String text) {
        ServerFrame known = frames.get(text);
        if (known == null) {
            known = FrameCodec.readServer(text.getBytes(StandardCharsets.UTF_8));
            frames.put(text, known);
        }
        return known;
    }
}
