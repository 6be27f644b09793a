package org.rnvr.console.internal.editing;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.osgi.util.NLS;
import org.rnvr.config.CameraSettings;
import org.rnvr.config.CameraSettings.Flip;
import org.rnvr.config.CameraSettings.PtzType;
import org.rnvr.config.Credentials;
import org.rnvr.config.StandbySession;
import org.rnvr.config.WeeklySchedule;

/**
 * What stands in the fields of the dialog of a camera. Its text form never shows the password.
 *
 * @param id {@code camera_id}
 * @param name for people
 * @param url {@code rtsp_url} as typed, perhaps with user name and password in it
 * @param smallUrl {@code rtsp_url_sub} as typed; may be empty
 * @param username may be empty
 * @param password what was typed; empty when the present one is to stay
 * @param enabled whether it is used at all
 * @param connect whether it is connected at start
 * @param record whether it is recorded at start
 * @param ptz the protocol by which it is moved
 * @param ptzPort as typed
 * @param ptzChannel as typed
 * @param flip mirroring
 * @param rotation clockwise in degrees
 */
record CameraForm(
        String id,
        String name,
        String url,
        String smallUrl,
        String username,
        String password,
        boolean enabled,
        boolean connect,
        boolean record,
        PtzType ptz,
        String ptzPort,
        String ptzChannel,
        Flip flip,
        int rotation) {

    /** A new camera, of which nothing is known yet. */
    static final CameraForm NEW =
            new CameraForm("", "", "", "", "", "", true, true, true, PtzType.NONE, "80", "1", Flip.NONE, 0);

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");
    private static final Pattern ADDRESS = Pattern.compile("rtsps?://[^\\s/]+.*", Pattern.CASE_INSENSITIVE);
    private static final int LARGEST_PORT = 65_535;

    CameraForm {
        Objects.requireNonNull(id);
        Objects.requireNonNull(name);
        Objects.requireNonNull(url);
        Objects.requireNonNull(smallUrl);
        Objects.requireNonNull(username);
        Objects.requireNonNull(password);
        Objects.requireNonNull(ptz);
        Objects.requireNonNull(ptzPort);
        Objects.requireNonNull(ptzChannel);
        Objects.requireNonNull(flip);
    }

    /** The same with user name and password of the address in their own fields, where the address holds any. */
    CameraForm withoutUserInfo() {
        int host = url.indexOf("://") + 3;
        int path = url.indexOf('/', host);
        String authority = url.substring(Math.min(host, url.length()), path < 0 ? url.length() : path);
        int at = authority.lastIndexOf('@');
        if (host < 3 || at < 0) {
            return this;
        }
        String[] info = authority.substring(0, at).split(":", 2);
        String rest = url.substring(0, host) + authority.substring(at + 1) + (path < 0 ? "" : url.substring(path));
        return new CameraForm(
                id,
                name,
                rest,
                smallUrl,
                info[0],
                info.length > 1 ? info[1] : password,
                enabled,
                connect,
                record,
                ptz,
                ptzPort,
                ptzChannel,
                flip,
                rotation);
    }

    /** A field of the dialog. */
    enum Field {
        ID,
        NAME,
        URL,
        SMALL_URL,
        PTZ_PORT,
        PTZ_CHANNEL
    }

    /**
     * Something that cannot stay so.
     *
     * @param field where
     * @param message what it is and what is allowed
     */
    record Problem(Field field, String message) {}

    /** What the configuration says of a camera. */
    static CameraForm of(CameraSettings camera) {
        CameraSettings.VideoTransform turned = camera.transform();
        return new CameraForm(
                camera.id(),
                camera.name(),
                camera.rtspUrl(),
                camera.rtspUrlSub(),
                camera.credentials().username(),
                "",
                camera.enabled(),
                camera.streamingAtStart(),
                camera.recordingAtStart(),
                camera.ptz().type(),
                Integer.toString(camera.ptz().port()),
                Integer.toString(camera.ptz().channel()),
                turned.enabled() ? turned.flip() : Flip.NONE,
                turned.enabled() ? turned.rotation() : 0);
    }

    /**
     * The first thing that is wrong with it.
     *
     * @param taken ids of the other cameras
     */
    Optional<Problem> problem(Set<String> taken) {
        if (!ID.matcher(id).matches()) {
            return Optional.of(new Problem(Field.ID, Messages.problem_id));
        }
        if (taken.contains(id)) {
            return Optional.of(new Problem(Field.ID, NLS.bind(Messages.problem_id_taken, id)));
        }
        if (name.isBlank()) {
            return Optional.of(new Problem(Field.NAME, Messages.problem_name));
        }
        if (!ADDRESS.matcher(url.strip()).matches()) {
            return Optional.of(new Problem(Field.URL, Messages.problem_url));
        }
        if (!smallUrl.isBlank() && !ADDRESS.matcher(smallUrl.strip()).matches()) {
            return Optional.of(new Problem(Field.SMALL_URL, Messages.problem_small_url));
        }
        if (ptz != PtzType.NONE && !isWithin(ptzPort, LARGEST_PORT)) {
            return Optional.of(new Problem(Field.PTZ_PORT, NLS.bind(Messages.problem_port, LARGEST_PORT)));
        }
        if (ptz != PtzType.NONE && !isWithin(ptzChannel, LARGEST_PORT)) {
            return Optional.of(new Problem(Field.PTZ_CHANNEL, NLS.bind(Messages.problem_channel, LARGEST_PORT)));
        }
        return Optional.empty();
    }

    /** The keys of the file that differ from what the dialog began with; all of a new camera's. */
    Map<String, Object> changes(CameraForm before) {
        Map<String, Object> now = keys();
        if (!before.id().equals(id)) {
            return now;
        }
        Map<String, Object> then = before.keys();
        Map<String, Object> changed = new LinkedHashMap<>();
        now.forEach((key, value) -> {
            if (!value.equals(then.get(key))) {
                changed.put(key, value);
            }
        });
        return changed;
    }

    private Map<String, Object> keys() {
        Map<String, Object> keys = new LinkedHashMap<>();
        keys.put("name", name.strip());
        keys.put("rtsp_url", url.strip());
        keys.put("rtsp_url_sub", smallUrl.strip());
        keys.put("username", username);
        if (!password.isEmpty()) {
            keys.put("password", password);
        }
        keys.put("enabled", enabled);
        keys.put("streaming_enabled_start", connect);
        keys.put("recording_enabled_start", record);
        keys.put("ptz_type", ptz == PtzType.NONE ? "none" : ptz.name());
        if (ptz != PtzType.NONE) {
            keys.put("ptz_port", Integer.parseInt(ptzPort.strip()));
            keys.put("ptz_channel", Integer.parseInt(ptzChannel.strip()));
        }
        keys.put(
                "video_transform",
                Map.of(
                        "enabled",
                        flip != Flip.NONE || rotation != 0,
                        "flip",
                        flip.name().toLowerCase(Locale.ROOT),
                        "rotation",
                        rotation));
        return keys;
    }

    /**
     * The camera as it would be, for trying it out.
     *
     * @param present what the configuration has of it, with the password that stays when none was typed
     */
    CameraSettings settings(Optional<CameraSettings> present) {
        String secret = password.isEmpty()
                ? present.map(camera -> camera.credentials().password()).orElse("")
                : password;
        return new CameraSettings(
                id,
                name.strip(),
                url.strip(),
                smallUrl.strip(),
                username.isEmpty() && secret.isEmpty() ? Credentials.NONE : new Credentials(username, secret),
                true,
                true,
                false,
                present.map(CameraSettings::hardwareDecode).orElse(false),
                false,
                new CameraSettings.Ptz(PtzType.NONE, 1, 1),
                new CameraSettings.VideoTransform(false, Flip.NONE, 0),
                StandbySession.AUTO,
                WeeklySchedule.ALWAYS,
                0);
    }

    private static boolean isWithin(String text, int most) {
        String digits = text.strip();
        return digits.matches("\\d{1,6}") && Integer.parseInt(digits) >= 1 && Integer.parseInt(digits) <= most;
    }

    @Override
    public String toString() {
        return "CameraForm[" + id + ", " + name + "]";
    }
}
