package dev.postrider.stack.server;

import dev.postrider.stack.process.Launch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

/** MariaDB 11.4, bound to this machine; the schemas of the suite and their one user are there after every start. */
public final class MariaDbServer implements Server {
    public static final String PART = "mariadb";
    /** One for each service that keeps rows, and one that history fills when its tables are rebuilt. */
    public static final List<String> SCHEMAS =
            List.of("postrider_auth", "postrider_chat", "postrider_history", "postrider_history_rebuild");

    private final Path home;
    private final int port;
    private final String user;
    private final String password;

    /**
     * @param home folder for its data, made on first use
     * @param password letters, digits and {@code -_} only
     */
    public MariaDbServer(Path home, int port, String user, String password) {
        if (!(user + password).matches("[A-Za-z0-9_-]+")) {
            throw new IllegalArgumentException("user and password: letters, digits, - and _ only");
        }
        this.home = home.toAbsolutePath();
        this.port = port;
        this.user = user;
        this.password = password;
    }

    @Override
    public String part() {
        return PART;
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public Launch prepare(Path log) throws IOException {
        MariaDbFiles files = MariaDbFiles.unpacked();
        Path data = home.resolve("data");
        if (!Files.isDirectory(data)) {
            files.freshData(data, log);
        }
        return new Launch(PART, command(files, data, initFile()), files.environment(), log);
    }

    private List<String> command(MariaDbFiles files, Path data, Path initFile) {
        List<String> command = new ArrayList<>(files.daemon(data));
        command.addAll(List.of(
                "--bind-address=127.0.0.1",
                "--port=" + port,
                "--socket=" + Path.of(System.getProperty("java.io.tmpdir"), "postrider-" + port + ".sock"),
                "--pid-file=" + home.resolve("mariadb.pid"),
                "--init-file=" + initFile,
                "--skip-name-resolve",
                "--skip-log-bin",
                "--performance-schema=OFF",
                "--character-set-server=utf8mb4",
                "--collation-server=utf8mb4_unicode_ci",
                "--max-connections=300",
                "--max-allowed-packet=64M",
                "--innodb-buffer-pool-size=1G"));
        return command;
    }

    private Path initFile() throws IOException {
        Path file = home.resolve("init.sql");
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        return Files.writeString(file, initStatements());
    }

    private String initStatements() {
        StringBuilder sql = new StringBuilder();
        sql.append("CREATE USER IF NOT EXISTS '%s'@'%%' IDENTIFIED BY '%s';%n".formatted(user, password));
        sql.append("ALTER USER '%s'@'%%' IDENTIFIED BY '%s';%n".formatted(user, password));
        for (String schema : SCHEMAS) {
            sql.append("CREATE DATABASE IF NOT EXISTS `%s`;%n".formatted(schema));
            sql.append("GRANT ALL ON `%s`.* TO '%s'@'%%';%n".formatted(schema, user));
        }
        return sql.toString();
    }

    @Override
    public boolean answers() {
        return database().answers();
    }

    /** This server as its clients see it. */
    public MySqlDatabase database() {
        return new MySqlDatabase("127.0.0.1", port, user, password);
    }
}
