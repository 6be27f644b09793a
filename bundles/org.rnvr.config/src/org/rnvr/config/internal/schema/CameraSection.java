package org.rnvr.config.internal.schema;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.rnvr.config.CameraSettings;
import org.rnvr.config.CameraSettings.Flip;
import org.rnvr.config.CameraSettings.Ptz;
import org.rnvr.config.CameraSettings.PtzType;
import org.rnvr.config.CameraSettings.VideoTransform;
import org.rnvr.config.Credentials;
import org.rnvr.config.StandbySession;
import org.rnvr.config.WeeklySchedule;
import org.rnvr.config.internal.secret.CameraUrl;
import org.rnvr.config.internal.secret.Password;
import org.rnvr.config.internal.secret.SecretLookup;
import org.rnvr.config.internal.secret.SecretStorageException;

/** One entry of {@code cameras}. */
final class CameraSection {

    /** How the paths of these keys begin. */
    static final String PATTERN = "cameras[]";

    private static final Key<Optional<String>> ID = Key.of(
                    PATTERN + ".camera_id",
                    new Perhaps<>(new Text(
                            Pattern.compile("[A-Za-z0-9_-]{1,64}"), "1 to 64 letters, digits, _ and -, unique")),
                    Optional.<String>empty())
            .otherwise("required");
    private static final Key<String> NAME =
            Key.of(PATTERN + ".name", Text.ANY, "").otherwise("the camera_id");
    private static final Key<Optional<CameraUrl>> URL =
            Key.of(PATTERN + ".rtsp_url", new Perhaps<>(new RtspAddress()), Optional.<CameraUrl>empty());
    private static final Key<Optional<CameraUrl>> SUB_URL =
            Key.of(PATTERN + ".rtsp_url_sub", new Perhaps<>(new RtspAddress()), Optional.<CameraUrl>empty());
    private static final Key<String> USERNAME = Key.of(PATTERN + ".username", Text.ANY, "");
    private static final Key<Password> PASSWORD = Key.of(PATTERN + ".password", new SecretText(), Password.NONE);
    private static final Key<Boolean> ENABLED = Key.of(PATTERN + ".enabled", new Truth(), true);
    private static final Key<Boolean> STREAMING = Key.of(PATTERN + ".streaming_enabled_start", new Truth(), false);
    private static final Key<Boolean> RECORDING = Key.of(PATTERN + ".recording_enabled_start", new Truth(), false);
    private static final Key<Boolean> HARDWARE = Key.of(PATTERN + ".use_hardware_decode", new Truth(), false);
    private static final Key<Boolean> MOTION = Key.of(PATTERN + ".motion_detection", new Truth(), false);
    private static final Key<PtzType> PTZ_TYPE =
            Key.of(PATTERN + ".ptz_type", new OrNothing<>(new Choice<>(ptzTypes(), false), PtzType.NONE), PtzType.NONE);
    private static final Key<Integer> PTZ_PORT =
            Key.of(PATTERN + ".ptz_port", new OrNothing<>(new WholeNumber(1, 65535, "", true), 80), 80);
    private static final Key<Integer> PTZ_CHANNEL =
            Key.of(PATTERN + ".ptz_channel", new OrNothing<>(new WholeNumber(1, 65535, "", true), 1), 1);
    private static final Key<Boolean> TRANSFORM = Key.of(PATTERN + ".video_transform.enabled", new Truth(), false);
    private static final Key<Flip> FLIP =
            Key.of(PATTERN + ".video_transform.flip", Choice.of(Flip.class).inAnyCase(), Flip.NONE);
    private static final Key<Integer> ROTATION =
            Key.of(PATTERN + ".video_transform.rotation", new NumberChoice(List.of(0, 90, 180, 270), "°"), 0);
    private static final Key<StandbySession> STANDBY =
            Key.of(PATTERN + ".standby_session", Choice.of(StandbySession.class), StandbySession.AUTO);
    private static final Key<WeeklySchedule> SCHEDULE = Key.of(
                    PATTERN + ".recording_schedule", new Calendar(), WeeklySchedule.ALWAYS)
            .otherwise("always");
    private static final Key<Optional<Integer>> ORDER = Key.of(
                    PATTERN + ".display_order",
                    new Perhaps<>(new WholeNumber(Integer.MIN_VALUE, Integer.MAX_VALUE, "")),
                    Optional.<Integer>empty())
            .otherwise("the order of the file");

    static final List<Key<?>> KEYS = List.of(
            ID,
            NAME,
            URL,
            SUB_URL,
            USERNAME,
            PASSWORD,
            ENABLED,
            STREAMING,
            RECORDING,
            HARDWARE,
            MOTION,
            PTZ_TYPE,
            PTZ_PORT,
            PTZ_CHANNEL,
            TRANSFORM,
            FLIP,
            ROTATION,
            STANDBY,
            SCHEDULE,
            ORDER);

    private final Values values;
    private final int index;
    private final Problems problems;
    private final SecretLookup secrets;

    CameraSection(Values values, int index, Problems problems, SecretLookup secrets) {
        this.values = values;
        this.index = index;
        this.problems = problems;
        this.secrets = secrets;
    }

    /**
     * The camera; empty when its id is missing, bad or taken.
     *
     * @param taken from the ids of the cameras before this one to where they stand
     */
    Optional<CameraSettings> read(Map<String, String> taken) {
        Optional<String> id = id(taken);
        id.ifPresent(found -> taken.put(found, values.pathOf(ID)));
        return id.map(this::camera);
    }

    private Optional<String> id(Map<String, String> taken) {
        if (values.isNothing(ID)) {
            problems.error(
                    values.pathOf(ID), "is missing, expected " + ID.kind().allowed() + "; the camera is not used");
            return Optional.empty();
        }
        Optional<String> id = values.getOr(ID, "the camera is not used");
        String other = id.map(taken::get).orElse(null);
        if (other != null) {
            problems.error(
                    values.pathOf(ID),
                    "found \"" + id.get() + "\", which " + other + " has too; the camera is not used");
            return Optional.empty();
        }
        return id;
    }

    private CameraSettings camera(String id) {
        boolean enabled = values.get(ENABLED);
        Optional<CameraUrl> url = values.getOr(URL, "the camera cannot be connected");
        if (enabled && url.isEmpty() && values.isNothing(URL)) {
            problems.error(
                    values.pathOf(URL),
                    "is missing, expected " + URL.kind().allowed() + "; the camera cannot be connected");
        }
        Optional<CameraUrl> subUrl = values.getOr(SUB_URL, "small pictures are of the first stream, too");
        reportGuess(URL, url);
        reportGuess(SUB_URL, subUrl);
        String name = values.get(NAME);
        return new CameraSettings(
                id,
                name.isEmpty() ? id : name,
                url.map(CameraUrl::address).orElse(""),
                subUrl.map(CameraUrl::address).orElse(""),
                credentials(userInfo(url), userInfo(subUrl)),
                enabled,
                values.get(STREAMING),
                values.get(RECORDING),
                values.get(HARDWARE),
                values.get(MOTION),
                new Ptz(values.get(PTZ_TYPE), values.get(PTZ_PORT), values.get(PTZ_CHANNEL)),
                new VideoTransform(values.get(TRANSFORM), values.get(FLIP), values.get(ROTATION)),
                values.get(STANDBY),
                values.get(SCHEDULE),
                values.get(ORDER).orElse(index));
    }

    private void reportGuess(Key<?> key, Optional<CameraUrl> url) {
        url.filter(CameraUrl::guessed)
                .ifPresent(guessed -> problems.note(
                        values.pathOf(key),
                        "has a user name or password that is not percent-encoded; " + guessed.place()
                                + " is taken for where the camera is"));
    }

    private static Credentials userInfo(Optional<CameraUrl> url) {
        return url.flatMap(CameraUrl::userInfo).orElse(Credentials.NONE);
    }

    /**
     * What the URL has comes first, since that is what the stream was opened with; what the URL of the second stream has
     * comes last: a camera has one user and password.
     */
    private Credentials credentials(Credentials first, Credentials second) {
        String username = values.get(USERNAME);
        String password = plain(values.get(PASSWORD));
        Credentials used = new Credentials(
                firstOf(first.username(), username, second.username()),
                firstOf(first.password(), password, second.password()));
        reportOther(USERNAME, "user name", username, used.username());
        reportOther(PASSWORD, "password", password, used.password());
        reportUnused("user name", second.username(), used.username());
        reportUnused("password", second.password(), used.password());
        values.put(USERNAME, used.username());
        values.put(PASSWORD, new Password.Plain(used.password()));
        return used;
    }

    private void reportOther(Key<?> key, String what, String own, String used) {
        if (!own.isEmpty() && !own.equals(used)) {
            problems.note(
                    values.pathOf(key),
                    "is another " + what + " than in " + values.pathOf(URL) + "; the one there is used");
        }
    }

    private void reportUnused(String what, String own, String used) {
        if (!own.isEmpty() && !own.equals(used)) {
            problems.note(values.pathOf(SUB_URL), "has another " + what + " than the camera; the camera's is used");
        }
    }

    private static String firstOf(String first, String second, String third) {
        return !first.isEmpty() ? first : !second.isEmpty() ? second : third;
    }

    private String plain(Password password) {
        if (password instanceof Password.Reference reference) {
            return stored(reference);
        }
        return ((Password.Plain) password).text();
    }

    private String stored(Password.Reference reference) {
        try {
            Optional<String> secret = secrets.get(reference.name());
            if (secret.isEmpty()) {
                problems.error(
                        values.pathOf(PASSWORD),
                        "refers to " + reference.name()
                                + ", which is not in the secure storage; enter the password again");
            }
            return secret.orElse("");
        } catch (SecretStorageException e) {
            problems.error(
                    values.pathOf(PASSWORD),
                    "the stored password cannot be read (" + e.getMessage() + "); enter the password again");
            return "";
        }
    }

    private static Map<String, PtzType> ptzTypes() {
        Map<String, PtzType> types = new LinkedHashMap<>();
        types.put("none", PtzType.NONE);
        types.put("HIK", PtzType.HIK);
        types.put("ONVIF", PtzType.ONVIF);
        return types;
    }
}
