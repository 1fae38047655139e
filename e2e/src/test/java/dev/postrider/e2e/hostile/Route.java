package dev.postrider.e2e.hostile;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A route as a service publishes it.
 *
 * @param parameters of path and query
 * @param body the schema of its JSON body, without references; none where it takes no body
 * @param secured whether it wants a token
 */
record Route(
        String service,
        String method,
        String path,
        List<Parameter> parameters,
        @Nullable JsonNode body,
        boolean secured) {

    record Parameter(String name, boolean inPath) {}

    /** The path with these values in its places; a place without a value gets one that names nothing. */
    String at(Map<String, String> values) {
        String target = path;
        for (Parameter parameter : parameters) {
            if (parameter.inPath()) {
                target = target.replace("{" + parameter.name() + "}", values.getOrDefault(parameter.name(), "nothing"));
            }
        }
        return target;
    }

    /** The same with another value for one parameter. */
    String at(Map<String, String> values, Parameter odd, String value) {
        if (!odd.inPath()) {
            return at(values) + "?" + odd.name() + "=" + value;
        }
        Map<String, String> changed = new HashMap<>(values);
        changed.put(odd.name(), value);
        return at(changed);
    }

    @Override
    public String toString() {
        return service + " " + method + " " + path;
    }
}
