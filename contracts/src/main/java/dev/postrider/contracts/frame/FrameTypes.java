package dev.postrider.contracts.frame;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.LinkedHashMap;
import java.util.Map;

/** The names of all frames and the records that hold them, read from the sealed hierarchies in their order. */
public final class FrameTypes {
    private FrameTypes() {}

    public static Map<String, Class<? extends ClientFrame>> client() {
        return named(ClientFrame.class);
    }

    public static Map<String, Class<? extends ServerFrame>> server() {
        return named(ServerFrame.class);
    }

    public static Map<String, Class<? extends Event>> events() {
        return named(Event.class);
    }

    private static <T> Map<String, Class<? extends T>> named(Class<T> sealed) {
        Map<String, Class<? extends T>> found = new LinkedHashMap<>();
        collect(sealed, sealed, found);
        return found;
    }

    private static <T> void collect(Class<?> sealed, Class<T> top, Map<String, Class<? extends T>> found) {
        for (Class<?> sub : sealed.getPermittedSubclasses()) {
            if (sub.isRecord()) {
                found.put(sub.getAnnotation(JsonTypeName.class).value(), sub.asSubclass(top));
            } else {
                collect(sub, top, found);
            }
        }
    }
}
