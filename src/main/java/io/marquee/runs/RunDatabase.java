package io.marquee.runs;

import io.marquee.data.FileProblem;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;
import org.sqlite.SQLiteJDBCLoader;

/**
 * The file of the history of runs. Several processes may use it at once: readers and writers do not wait for each other
 * (write-ahead log), writers wait for each other up to ten seconds. A commit is on the disk when it returns.
 *
 * <p>A damaged file is kept under another name and a new one begun. What is noticed only later leaves a mark beside the
 * file, and the next program to open it looks closely.
 */
final class RunDatabase {

    private static final Logger LOG = LoggerFactory.getLogger(RunDatabase.class);
    private static final int PATIENCE_MILLIS = 10_000;
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyy-MM-dd-HHmmss");

    private final Path folder;
    private final Consumer<String> notices;

    /**
     * @param folder where the file is or will be
     * @param notices gets a sentence when a damaged file was set aside
     */
    RunDatabase(Path folder, Consumer<String> notices) {
        this.folder = folder;
        this.notices = notices;
    }

    Path file() {
        return folder.resolve("history.db");
    }

    private Path suspicion() {
        return folder.resolve("history.suspect");
    }

    /** A connection of the caller's own, to a database of the newest form. */
    Connection connect() throws RunHistoryException {
        try {
            Files.createDirectories(folder);
            startSqlite();
            if (Files.isDirectory(file())) {
                throw new RunHistoryException("The history of runs cannot be kept in " + file() + ", since that is a folder, so "
                        + "runs are not recorded. Give the folder another name.", null);
            }
            boolean emptied = Files.exists(file()) && Files.size(file()) == 0 && new RunFolders(folder).any();
            Connection opened = openWhole();
            if (emptied) {
                notices.accept("The history of runs in " + file() + " was empty, as after a full disk, though there are folders of "
                        + "runs beside it: a new one has begun. Runs can go on from the checkpoints in them, with 'marquee train "
                        + "--resume FOLDER'.");
            }
            return opened;
        } catch (SQLException e) {
            throw explain(e);
        } catch (RunHistoryException e) {
            throw e;
        } catch (IOException e) {
            throw new RunHistoryException("The history of runs in " + folder + " cannot be written ("
                    + FileProblem.inWords(e) + "), so runs are not recorded. Make the folder writable and start again.", e);
        }
    }

    private Connection openWhole() throws SQLException, IOException {
        try {
            return open();
        } catch (SQLException e) {
            if (!damaged(e)) {
                throw e;
            }
            setAside(e);
            return open();
        }
    }

    /** Loads its native library, which it unpacks first; costs nothing once that is done. */
    private static void startSqlite() throws RunHistoryException {
        try {
            SQLiteJDBCLoader.initialize();
        } catch (Exception | LinkageError e) {
            throw new RunHistoryException("SQLite, which keeps the history of runs, cannot start, so runs are not recorded: its "
                    + "library could not be unpacked in " + System.getProperty("java.io.tmpdir") + ". Make that folder "
                    + "writable, or name another with MARQUEE_JAVA_OPTIONS=-Djava.io.tmpdir=FOLDER, and start again.", e);
        }
    }

    private Connection open() throws SQLException, RunHistoryException {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setBusyTimeout(PATIENCE_MILLIS);
        config.enforceForeignKeys(true);
        Connection connection = config.createConnection("jdbc:sqlite:" + file());
        try {
            int version = Schema.versionOf(connection);
            if (version > Schema.version()) {
                throw new RunHistoryException("The history of runs in " + file() + " was written by a newer Marquee (form "
                        + version + "; this one knows up to " + Schema.version()
                        + "), so runs are not recorded. Update Marquee.", null);
            }
            Schema.migrate(connection);
            check(connection);
            return connection;
        } catch (SQLException | RunHistoryException e) {
            connection.close();
            throw e;
        }
    }

    /** A quick look that reads a few pages; a thorough one where something was found wrong before. */
    private void check(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            Schema.check(connection);
            statement.executeQuery("SELECT count(*), max(changed) FROM run").close();
            if (!Files.exists(suspicion())) {
                return;
            }
            try (ResultSet rows = statement.executeQuery("PRAGMA integrity_check(1)")) {
                if (!"ok".equals(rows.getString(1))) {
                    throw new SQLiteException(rows.getString(1), SQLiteErrorCode.SQLITE_CORRUPT);
                }
            }
        }
        try {
            Files.deleteIfExists(suspicion());
        } catch (IOException e) {
            LOG.warn("{} cannot be deleted", suspicion(), e);
        }
    }

    private static boolean damaged(SQLException e) {
        if (!(e instanceof SQLiteException exception)) {
            return false;
        }
        int primary = exception.getResultCode().code & 0xff;
        // SQLITE_ERROR while opening: a database, but without our tables.
        return primary == SQLiteErrorCode.SQLITE_CORRUPT.code || primary == SQLiteErrorCode.SQLITE_NOTADB.code
                || primary == SQLiteErrorCode.SQLITE_ERROR.code;
    }

    /** Two processes may find the damage at once: the second finds the new file in order. */
    private void setAside(SQLException reason) throws IOException {
        try (FileChannel channel = FileChannel.open(folder.resolve("history.lock"), StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            LOG.debug("Holding {}", lock);
            try {
                open().close();
                return;
            } catch (SQLException still) {
                LOG.warn("{} is damaged", file(), reason);
            }
            String name = "history-damaged-" + LocalDateTime.now().format(STAMP);
            Path kept = folder.resolve(name + ".db");
            // Where the clock was set back, or twice within a second.
            for (int copy = 2; Files.exists(kept); copy++) {
                kept = folder.resolve(name + "-" + copy + ".db");
            }
            Files.move(file(), kept);
            for (String ending : new String[] {"-wal", "-shm"}) {
                Path beside = folder.resolve("history.db" + ending);
                if (Files.exists(beside)) {
                    Files.move(beside, folder.resolve(kept.getFileName() + ending));
                }
            }
            Files.deleteIfExists(suspicion());
            notices.accept("The history of runs was damaged. It is kept as " + kept
                    + ", and a new history has begun; the sqlite3 program may recover what is in the old one.");
        }
    }

    /** What to tell a person of a failure; remembers damage for the next start. */
    RunHistoryException explain(SQLException e) {
        if (e instanceof SQLiteException exception) {
            int primary = exception.getResultCode().code & 0xff;
            if (primary == SQLiteErrorCode.SQLITE_CORRUPT.code || primary == SQLiteErrorCode.SQLITE_NOTADB.code) {
                suspect();
                return new RunHistoryException("The history of runs in " + file()
                        + " is damaged. Marquee sets it aside when it starts next, and begins a new one.", e);
            }
            if (primary == SQLiteErrorCode.SQLITE_FULL.code) {
                return new RunHistoryException("The disk with " + folder
                        + " is full, so the history of runs cannot be written. Make room; what is missing follows then.", e);
            }
            if (primary == SQLiteErrorCode.SQLITE_READONLY.code || primary == SQLiteErrorCode.SQLITE_CANTOPEN.code
                    || primary == SQLiteErrorCode.SQLITE_PERM.code) {
                return new RunHistoryException("The history of runs in " + file()
                        + " cannot be opened for writing. Make the file and its folder writable.", e);
            }
            if (primary == SQLiteErrorCode.SQLITE_BUSY.code || primary == SQLiteErrorCode.SQLITE_LOCKED.code) {
                return new RunHistoryException("Another program holds the history of runs in " + file()
                        + " for too long. Close it and try again.", e);
            }
        }
        return new RunHistoryException("The history of runs in " + file() + " cannot be used: " + e.getMessage(), e);
    }

    private void suspect() {
        try {
            Files.writeString(suspicion(), "");
        } catch (IOException e) {
            LOG.warn("{} cannot be written", suspicion(), e);
        }
    }
}
