package dev.postrider.contracts.generate;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postrider.contracts.frame.FrameTypes;
import java.util.Map;

/** AsyncAPI 3: the socket and the log, their messages referring to the schemas of the same document. */
final class AsyncApiWriter {
    private static final String SCHEMAS = "#/components/schemas/";

    private final Model model;

    AsyncApiWriter(Model model) {
        this.model = model;
    }

    ObjectNode document() {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.put("asyncapi", "3.0.0");
        document.putObject("info")
                .put("title", "Postrider")
                .put("version", "1.0.0")
                .put("description", "Frames of the WebSocket /ws, sub-protocol postrider.v1, and records of chat.log.");
        ObjectNode messages = JsonNodeFactory.instance.objectNode();
        messages(messages, "client", FrameTypes.client());
        messages(messages, "server", FrameTypes.server());
        channel(document, "socket", "/ws", messages);
        operation(document, "sendToServer", "receive", "client", FrameTypes.client());
        operation(document, "receiveFromServer", "send", "server", FrameTypes.server());
        ObjectNode components = document.putObject("components");
        components.set("messages", messages);
        components.set("schemas", new SchemaWriter(model, SCHEMAS).definitions());
        return document;
    }

    private static void messages(ObjectNode messages, String side, Map<String, ? extends Class<?>> frames) {
        frames.forEach((type, record) -> messages.putObject(side + "." + type)
                .put("name", type)
                .put("contentType", "application/json")
                .putObject("payload")
                .put("$ref", SCHEMAS + Model.nameOf(record)));
    }

    private static void channel(ObjectNode document, String name, String address, ObjectNode messages) {
        ObjectNode channel = document.withObject("/channels").putObject(name).put("address", address);
        ObjectNode own = channel.putObject("messages");
        messages.fieldNames()
                .forEachRemaining(message -> own.putObject(message).put("$ref", "#/components/messages/" + message));
    }

    private static void operation(
            ObjectNode document, String name, String action, String side, Map<String, ? extends Class<?>> frames) {
        ObjectNode operation =
                document.withObject("/operations").putObject(name).put("action", action);
        operation.putObject("channel").put("$ref", "#/channels/socket");
        var messages = operation.putArray("messages");
        frames.keySet()
                .forEach(type -> messages.addObject().put("$ref", "#/channels/socket/messages/" + side + "." + type));
    }
}
