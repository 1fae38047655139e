package dev.postrider.history.store;

import io.vertx.core.json.JsonArray;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/**
 * Keys handed to a statement as the table {@code k}, all in its first parameter. So one text, prepared once, serves any
 * number of keys; and each is looked up in the index by itself, where a long chain of ORs is weighed against every index
 * for longer than it takes to read. Join with STRAIGHT_JOIN and equality on all of k's columns.
 */
public final class Given {
    private static final String ID = " VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin PATH ";
    private static final String START = "JSON_TABLE(?, '$[*]' COLUMNS (conversation" + ID + "'$[0]'";

    /** k (conversation). */
    public static final String CONVERSATIONS = START + ")) k";

    /** k (conversation, position). */
    public static final String POSITIONS = START + ", position BIGINT PATH '$[1]')) k";

    /** k (conversation, sender, id). */
    public static final String IDENTITIES = START + ", sender" + ID + "'$[1]', id" + ID + "'$[2]')) k";

    private Given() {}

    /** The first parameter: each key's columns in the order of its table. */
    public static <T> String rows(Collection<T> keys, Function<T, List<?>> columns) {
        JsonArray rows = new JsonArray();
        keys.forEach(key -> rows.add(new JsonArray(List.copyOf(columns.apply(key)))));
        return rows.encode();
    }

    /** Parameters of a statement that takes these keys and nothing else. */
    public static <T> Tuple tuple(Collection<T> keys, Function<T, List<?>> columns) {
        return Tuple.of(rows(keys, columns));
    }

    /** Parameters of a statement that takes these conversations and nothing else. */
    public static Tuple conversations(Collection<String> ids) {
        return tuple(ids, List::of);
    }
}
