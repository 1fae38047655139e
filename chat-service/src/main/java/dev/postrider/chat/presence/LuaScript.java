package dev.postrider.chat.presence;

import io.vertx.mutiny.redis.client.Command;
import io.vertx.mutiny.redis.client.Request;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A script of {@code resources/lua}, sent as text with every call: Redis caches it by itself, and may forget it. */
record LuaScript(String name, String text) {

    static LuaScript load(String name) {
        String path = "/lua/" + name + ".lua";
        try (InputStream file = LuaScript.class.getResourceAsStream(path)) {
            if (file == null) {
                throw new IllegalStateException("missing from the archive: " + path);
            }
            return new LuaScript(name, new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** A call on these keys; arguments are added to it. */
    Request on(List<String> keys) {
        Request request = Request.cmd(Command.EVAL).arg(text).arg(keys.size());
        keys.forEach(request::arg);
        return request;
    }
}
