package dev.postrider.history.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A SELECT that answers exactly one row for every key, asked for many keys in few statements: the same SELECT over and
 * over, joined by UNION ALL. Asked one by one, the way there and back costs more than most answers. There are only a few
 * lengths, so that each is prepared once; the last statement is filled up with a key that nothing has.
 */
public final class OneRowEach {
    /** Rising. */
    private static final int[] LENGTHS = {1, 4, 16};

    private static final int LONGEST = LENGTHS[LENGTHS.length - 1];
    private static final String NUMBER = "union_number";

    private final String select;
    private final Tuple nobody;

    /**
     * @param columns what is selected, without SELECT
     * @param from the rest of it, from FROM on
     * @param nobody parameters that find nothing, quickly
     */
    public OneRowEach(String columns, String from, Tuple nobody) {
        this.select = "SELECT %d AS " + NUMBER + ", " + columns + " " + from;
        this.nobody = nobody;
    }

    /** The rows, in the order of the keys. */
    public Uni<List<Row>> read(SqlConnection connection, List<Tuple> keys) {
        Uni<List<Row>> all = Uni.createFrom().item(() -> new ArrayList<>(keys.size()));
        for (int from = 0; from < keys.size(); from += LONGEST) {
            List<Tuple> part = keys.subList(from, Math.min(keys.size(), from + LONGEST));
            all = all.chain(before -> ask(connection, part).map(rows -> {
                before.addAll(rows);
                return before;
            }));
        }
        return all;
    }

    /** A union's rows come in no promised order, so each carries its number. */
    private Uni<List<Row>> ask(SqlConnection connection, List<Tuple> keys) {
        int length = IntStream.of(LENGTHS)
                .filter(one -> one >= keys.size())
                .findFirst()
                .orElse(LONGEST);
        return connection
                .preparedQuery(statement(length))
                .execute(values(keys, length))
                .map(found -> {
                    Row[] rows = new Row[length];
                    found.forEach(row -> rows[row.getInteger(NUMBER)] = row);
                    return List.of(rows).subList(0, keys.size());
                });
    }

    private String statement(int length) {
        return IntStream.range(0, length)
                .mapToObj(number -> "(" + select.formatted(number) + ")")
                .collect(Collectors.joining(" UNION ALL "));
    }

    private Tuple values(List<Tuple> keys, int length) {
        List<Object> values = new ArrayList<>(length * nobody.size());
        for (int i = 0; i < length; i++) {
            Tuple key = i < keys.size() ? keys.get(i) : nobody;
            for (int at = 0; at < nobody.size(); at++) {
                values.add(key.getValue(at));
            }
        }
        return Tuple.tuple(values);
    }
}
