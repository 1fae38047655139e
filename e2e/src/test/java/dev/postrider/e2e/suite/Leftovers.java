package dev.postrider.e2e.suite;

import dev.postrider.stack.server.MySqlDatabase;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Where a word stands behind the services: in every column of every table, every key of Redis, and every part's log file. */
public final class Leftovers {
    private static final String COLUMNS = "SELECT table_schema, table_name, column_name FROM information_schema.columns"
            + " WHERE table_schema LIKE 'postrider%' AND (data_type LIKE '%char' OR data_type LIKE '%text'"
            + " OR data_type LIKE '%blob' OR data_type LIKE '%binary' OR data_type = 'json')"
            + " ORDER BY table_schema, table_name, column_name";
    /** Names of the keys that have the word, in their name or in what they hold, whatever kind they are of. */
    private static final String KEYS = """
            local function has(value)
              if type(value) == 'table' then
                for _, one in ipairs(value) do
                  if has(one) then return true end
                end
                return false
              end
              return string.find(tostring(value), ARGV[1], 1, true) ~= nil
            end
            local read = {
              string = function(key) return redis.call('GET', key) end,
              hash = function(key) return redis.call('HGETALL', key) end,
              list = function(key) return redis.call('LRANGE', key, 0, -1) end,
              set = function(key) return redis.call('SMEMBERS', key) end,
              zset = function(key) return redis.call('ZRANGE', key, 0, -1) end,
              stream = function(key) return redis.call('XRANGE', key, '-', '+') end,
            }
            local found = {}
            local cursor = '0'
            repeat
              local page = redis.call('SCAN', cursor, 'COUNT', 1000)
              cursor = page[1]
              for _, key in ipairs(page[2]) do
                local kind = redis.call('TYPE', key).ok
                if has(key) or (read[kind] and has(read[kind](key))) then found[#found + 1] = key end
              end
            until cursor == '0'
            return table.concat(found, ' ')
            """;

    private final Suite suite;

    public Leftovers(Suite suite) {
        this.suite = suite;
    }

    /** Columns as {@code schema.table.column}, keys as {@code redis key}, files as {@code log part}. */
    public List<String> of(String word) {
        try {
            List<String> found = new ArrayList<>(columns(word));
            String keys = keys(word);
            Stream.of(keys.split(" ")).filter(key -> !key.isEmpty()).forEach(key -> found.add("redis " + key));
            found.addAll(files(word));
            return found;
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** How many columns are looked through. */
    public int columnsLookedAt() {
        try (Connection connection = suite.world().database().connect("")) {
            return columns(connection).size();
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private record Column(String schema, String table, String name) {}

    private static List<Column> columns(Connection connection) throws SQLException {
        List<Column> columns = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(COLUMNS);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                columns.add(new Column(rows.getString(1), rows.getString(2), rows.getString(3)));
            }
        }
        return columns;
    }

    private List<String> columns(String word) throws SQLException {
        List<String> found = new ArrayList<>();
        MySqlDatabase database = suite.world().database();
        try (Connection connection = database.connect("")) {
            for (Column column : columns(connection)) {
                String sql = "SELECT 1 FROM `%s`.`%s` WHERE LOCATE(?, `%s`) > 0 LIMIT 1"
                        .formatted(column.schema(), column.table(), column.name());
                try (PreparedStatement statement = connection.prepareStatement(sql)) {
                    statement.setString(1, word);
                    try (ResultSet rows = statement.executeQuery()) {
                        if (rows.next()) {
                            found.add(column.schema() + "." + column.table() + "." + column.name());
                        }
                    }
                }
            }
        }
        return found;
    }

    private String keys(String word) throws IOException {
        URI redis = URI.create(suite.world().redisUrl());
        try (Socket socket = new Socket(redis.getHost(), redis.getPort())) {
            StringBuilder command = new StringBuilder("*4\r\n");
            for (String part : List.of("EVAL", KEYS, "0", word)) {
                int bytes = part.getBytes(StandardCharsets.UTF_8).length;
                command.append('$').append(bytes).append("\r\n").append(part).append("\r\n");
            }
            socket.getOutputStream().write(command.toString().getBytes(StandardCharsets.UTF_8));
            return bulk(new BufferedInputStream(socket.getInputStream()));
        }
    }

    private static String bulk(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        for (int one = in.read(); one != '\n'; one = in.read()) {
            head.append((char) one);
        }
        if (head.charAt(0) != '$') {
            throw new IOException("Redis answers " + head);
        }
        int length = Integer.parseInt(head.substring(1).trim());
        return new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }

    private List<String> files(String word) throws IOException {
        List<String> found = new ArrayList<>();
        try (Stream<Path> files = Files.list(suite.data().resolve("log"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                try (Stream<String> lines = Files.lines(file, StandardCharsets.ISO_8859_1)) {
                    if (lines.anyMatch(line -> line.contains(word))) {
                        found.add("log " + file.getFileName());
                    }
                }
            }
        }
        return found;
    }
}
