package dev.postrider.bench.peer;

import dev.postrider.bench.load.Dialect;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** ejabberd and Prosody as Debian packages, each with and without an archive of messages (XEP-0313). */
public enum XmppServer implements Peer {
    EJABBERD("peers-ejabberd", "ejabberd, no archive", ""),
    EJABBERD_MNESIA("peers-ejabberd-mnesia", "ejabberd, archive in Mnesia, its default", """
          mod_mam:
            default: always
            db_type: mnesia
        """),
    EJABBERD_SQLITE("peers-ejabberd-sqlite", "ejabberd, archive in SQLite, as it recommends itself", """
          mod_mam:
            default: always
            db_type: sql
        sql_type: sqlite
        sql_database: "@folder@/archive.db"
        """),
    PROSODY("peers-prosody", "Prosody, no archive", ""),
    PROSODY_ARCHIVE("peers-prosody-archive", "Prosody, archive in files, its default", "\"mam\"");

    static final String HOST = "localhost";
    /** Of everybody, in a folder that lives for one run. */
    static final String PASSWORD = "over-the-hills";

    private static final Path LIBRARIES = Path.of("/usr/lib");
    private static final Path ERLANG = Path.of("/usr/lib/erlang");

    private final String scenario;
    private final String about;
    private final String archive;

    XmppServer(String scenario, String about, String archive) {
        this.scenario = scenario;
        this.about = about;
        this.archive = archive;
    }

    private boolean ejabberd() {
        return switch (this) {
            case EJABBERD, EJABBERD_MNESIA, EJABBERD_SQLITE -> true;
            case PROSODY, PROSODY_ARCHIVE -> false;
        };
    }

    public String scenario() {
        return scenario;
    }

    public String about() {
        return about;
    }

    @Override
    public String promise() {
        return "the server has handled the stanza (XEP-0198): handed on to whoever is there, or given to its storage, "
                + (ejabberd() ? "which writes it later" : "which has appended it to a file of that person");
    }

    @Override
    public Optional<String> missing() {
        if (!ejabberd()) {
            return lacking(Folders.program("prosody").isPresent(), "prosody");
        }
        if (Folders.program("erl").isEmpty()
                || Folders.libraries(LIBRARIES, "ejabberd-").isEmpty()) {
            return Optional.of("the package ejabberd is not installed");
        }
        return lacking(
                this != EJABBERD_SQLITE
                        || Folders.libraries(ERLANG, "p1_sqlite3-").isPresent(),
                "erlang-p1-sqlite3");
    }

    private static Optional<String> lacking(boolean there, String name) {
        return there ? Optional.empty() : Optional.of("the package " + name + " is not installed");
    }

    @Override
    public void forget(Path folder) throws IOException {
        Folders.empty(folder);
    }

    @Override
    public PeerProcess start(Path folder) throws IOException {
        Path data = Files.createDirectories(folder.resolve("data"));
        int port = PeerProcess.freePort();
        Map<String, String> values = Map.of(
                "folder",
                folder.toString(),
                "port",
                "" + port,
                "archive",
                archive.replace("@folder@", folder.toString()));
        if (ejabberd()) {
            Path configuration = Folders.write("ejabberd.yml", values, folder.resolve("ejabberd.yml"));
            return PeerProcess.start(erlang(data), environment(folder, configuration), folder, port, path());
        }
        Path configuration = Folders.write("prosody.cfg.lua", values, folder.resolve("prosody.cfg.lua"));
        String program = Folders.program("prosody").orElseThrow().toString();
        return PeerProcess.start(
                List.of(program, "-F", "--config", configuration.toString()), Map.of(), folder, port, path());
    }

    /** What {@code ejabberdctl foreground} starts, less the change of user and the name that a cluster needs. */
    private static List<String> erlang(Path data) {
        String program = Folders.program("erl").orElseThrow().toString();
        return List.of(
                program,
                "+K",
                "true",
                "+P",
                "250000",
                "-mnesia",
                "dir",
                "\"" + data + "\"",
                "-s",
                "ejabberd",
                "-noinput");
    }

    private static Map<String, String> environment(Path folder, Path configuration) {
        return Map.of(
                "HOME",
                folder.toString(),
                "ERL_LIBS",
                Folders.libraries(LIBRARIES, "ejabberd-")
                        .orElseThrow()
                        .resolveSibling("")
                        .toString(),
                "ERL_CRASH_DUMP_BYTES",
                "0",
                "EJABBERD_CONFIG_PATH",
                configuration.toString(),
                "EJABBERD_LOG_PATH",
                folder.resolve("ejabberd.log").toString());
    }

    private String path() {
        return ejabberd() ? "/ws" : "/xmpp-websocket";
    }

    @Override
    public Dialect dialect(String user) {
        return new Xmpp(path(), user, !archive.isEmpty());
    }

    @Override
    public String addressOf(String user) {
        return user + "@" + HOST;
    }

    /** None: an archive is asked by the socket. */
    @Override
    public List<String> kept() {
        return List.of();
    }
}
