package dev.postrider.history.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * One statement for many rows: what makes ingest fast. Holds the values in the order of the columns. Rows go in slices of
 * powers of two, so that a table has eight texts, which stay prepared, and not one of its own for every number of rows.
 */
final class MultiRow {
    private static final int SLICE_MAX = 128;

    private final String insert;
    private final int columns;
    private final String onRepeat;
    private final List<List<Object>> rows = new ArrayList<>();

    /**
     * @param insert {@code INSERT INTO t (a, b)}
     * @param columns how many it names
     * @param onRepeat what follows ON DUPLICATE KEY UPDATE
     */
    MultiRow(String insert, int columns, String onRepeat) {
        this.insert = insert;
        this.columns = columns;
        this.onRepeat = onRepeat;
    }

    /** Adds a row; values may be null. */
    MultiRow row(@org.jspecify.annotations.Nullable Object... values) {
        if (values.length != columns) {
            throw new IllegalArgumentException("a row of " + values.length + " values for " + columns + " columns");
        }
        List<Object> row = new ArrayList<>(columns);
        Collections.addAll(row, values);
        rows.add(row);
        return this;
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    /** Writes all rows; answers how many were new or changed, as MySQL counts: a changed row counts twice. */
    Uni<Integer> write(SqlConnection connection) {
        Uni<Integer> written = Uni.createFrom().item(0);
        int from = 0;
        while (from < rows.size()) {
            int slice = Math.min(SLICE_MAX, Integer.highestOneBit(rows.size() - from));
            List<List<Object>> part = rows.subList(from, from + slice);
            written = written.chain(before -> write(connection, part).map(count -> before + count));
            from += slice;
        }
        return written;
    }

    private Uni<Integer> write(SqlConnection connection, List<List<Object>> part) {
        String row = "(" + String.join(",", Collections.nCopies(columns, "?")) + ")";
        String sql = insert + " VALUES " + String.join(",", Collections.nCopies(part.size(), row))
                + " ON DUPLICATE KEY UPDATE " + onRepeat;
        List<Object> values = new ArrayList<>(part.size() * columns);
        part.forEach(values::addAll);
        return connection.preparedQuery(sql).execute(Tuple.from(values)).map(RowSet<Row>::rowCount);
    }
}
