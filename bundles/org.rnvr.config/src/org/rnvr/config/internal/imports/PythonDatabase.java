package org.rnvr.config.internal.imports;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Optional;
import java.util.Set;
import org.rnvr.config.internal.json.JsonDocument;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/**
 * The configuration as later versions of the Python recorder kept it: an SQLite database with a table for each section,
 * of columns named like the keys and one row (for {@code cameras} one a camera), or of rows of a key and a value. Names of
 * nested keys are joined by a dot or an underscore.
 */
final class PythonDatabase {

    private static final byte[] SIGNATURE = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);
    private static final String CAMERAS = "cameras";
    private static final Set<String> KEY_COLUMNS = Set.of("key", "name", "setting", "option");
    private static final String VALUE_COLUMN = "value";
    private static final List<String> SECTIONS = List.of(
            "app",
            "ui",
            "streaming",
            CAMERAS,
            "recording",
            "backup",
            "storage",
            "menu_keys",
            "ptz_keys",
            "logging",
            "performance");

    private final JsonObject document = new JsonObject();

    private PythonDatabase() {}

    /** Whether a file is an SQLite database. */
    static boolean is(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return Arrays.equals(SIGNATURE, in.readNBytes(SIGNATURE.length));
        }
    }

    /** What is in it, as if it were in the JSON file. */
    static JsonDocument read(Path file) throws IOException {
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + file);
        PythonDatabase database = new PythonDatabase();
        try (Connection connection = source.getConnection()) {
            for (String table : tables(connection)) {
                database.take(table, rows(connection, table));
            }
        } catch (SQLException e) {
            throw new IOException(file.getFileName() + " cannot be read as an SQLite database: " + e.getMessage(), e);
        }
        return new JsonDocument(database.document, List.of());
    }

    private static List<String> tables(Connection connection) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(
                        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")) {
            while (result.next()) {
                tables.add(result.getString(1));
            }
        }
        return tables;
    }

    private static List<Map<String, Object>> rows(Connection connection, String table) throws SQLException {
        List<Map<String, Object>> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SELECT * FROM \"" + table.replace("\"", "\"\"") + "\"")) {
            int columns = result.getMetaData().getColumnCount();
            while (result.next()) {
                Map<String, Object> row = new LinkedHashMap<>();
                for (int column = 1; column <= columns; column++) {
                    Object value = result.getObject(column);
                    if (value != null) {
                        row.put(result.getMetaData().getColumnName(column), value);
                    }
                }
                rows.add(row);
            }
        }
        return rows;
    }

    private void take(String table, List<Map<String, Object>> rows) {
        Optional<String> section =
                SECTIONS.stream().filter(name -> name.equalsIgnoreCase(table)).findFirst();
        if (section.isEmpty()) {
            document.add(table, new JsonArray());
        } else if (section.get().equals(CAMERAS)) {
            JsonArray cameras = new JsonArray();
            rows.forEach(row -> {
                JsonObject camera = new JsonObject();
                row.forEach((column, value) -> put(camera, CAMERAS + "[]", column, value));
                cameras.add(camera);
            });
            document.add(CAMERAS, cameras);
        } else {
            JsonObject object = new JsonObject();
            rows.forEach(row -> takeRow(object, section.get(), row));
            document.add(section.get(), object);
        }
    }

    private static void takeRow(JsonObject object, String section, Map<String, Object> row) {
        Optional<Object> key = column(row, KEY_COLUMNS);
        boolean ofPairs = key.isPresent() && row.keySet().stream().anyMatch(VALUE_COLUMN::equalsIgnoreCase);
        if (ofPairs) {
            String name = String.valueOf(key.get());
            String within = name.startsWith(section + ".") ? name.substring(section.length() + 1) : name;
            put(object, section, within, column(row, Set.of(VALUE_COLUMN)).orElseThrow());
        } else if (key.isEmpty() || row.size() > 1) {
            row.forEach((column, value) -> put(object, section, column, value));
        }
    }

    private static Optional<Object> column(Map<String, Object> row, Set<String> names) {
        return row.entrySet().stream()
                .filter(entry -> names.contains(entry.getKey().toLowerCase(Locale.ROOT)))
                .map(Entry::getValue)
                .findFirst();
    }

    private static void put(JsonObject object, String section, String column, Object value) {
        if (column.equalsIgnoreCase("id") || column.equalsIgnoreCase("rowid")) {
            // The database's own number of the row.
            return;
        }
        Optional<ColumnName> name = ColumnName.find(section, column);
        if (name.isEmpty()) {
            object.add(column, new JsonPrimitive(String.valueOf(value)));
            return;
        }
        JsonObject parent = object;
        List<String> path = name.get().path();
        for (String group : path.subList(0, path.size() - 1)) {
            if (!(parent.get(group) instanceof JsonObject)) {
                parent.add(group, new JsonObject());
            }
            parent = parent.getAsJsonObject(group);
        }
        JsonElement json = name.get().json(value);
        parent.add(path.get(path.size() - 1), json);
    }
}
