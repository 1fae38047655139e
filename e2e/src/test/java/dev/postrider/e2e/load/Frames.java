package dev.postrider.e2e.load;

import dev.postrider.contracts.frame.FrameCodec;
import dev.postrider.contracts.frame.FrameTypes;
import dev.postrider.contracts.frame.Json;
import dev.postrider.contracts.frame.ServerFrame;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/** Reads what servers say, as the protocol wants it of clients: a frame of a type that is not known is ignored. */
final class Frames {
    private static final Set<String> OURS = FrameTypes.server().keySet();

    private Frames() {}

    /** Empty where the type is none of ours. @throws UncheckedIOException where it is, and the frame is not as published */
    static Optional<ServerFrame> read(String text) {
        try {
            return Optional.of(FrameCodec.readServer(text.getBytes(StandardCharsets.UTF_8)));
        } catch (UncheckedIOException foreign) {
            if (isOurs(text)) {
                throw foreign;
            }
            return Optional.empty();
        }
    }

    private static boolean isOurs(String text) {
        try {
            return OURS.contains(Json.mapper().readTree(text).path("type").asText());
        } catch (IOException noJson) {
            return true;
        }
    }
}
