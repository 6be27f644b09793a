package org.rnvr.lab;

import java.util.List;

/**
 * What an experiment showed: one scenario over one transport.
 *
 * @param scenario what befell the cameras
 * @param transport how media travelled
 * @param outages each time it did
 * @param samples what each recorder did about each camera in each outage
 * @param files what each recorder left
 * @param load how busy the machine was
 */
public record Results(
        Scenario scenario,
        Transport transport,
        List<Outage> outages,
        List<Sample> samples,
        List<Files> files,
        MachineLoad load) {

    /**
     * A recorder's files after an experiment.
     *
     * @param system the recorder
     * @param count how many
     * @param complaints what players said, one list a damaged file
     */
    public record Files(String system, int count, List<List<String>> complaints) {

        static Files of(String system, List<Track> tracks) {
            List<RecordedFile> all =
                    tracks.stream().flatMap(track -> track.files().stream()).toList();
            return new Files(
                    system,
                    all.size(),
                    all.stream()
                            .map(RecordedFile::playback)
                            .filter(playback -> !playback.sound())
                            .map(Playback::complaints)
                            .toList());
        }

        int damaged() {
            return complaints.size();
        }
    }

    public Results {
        outages = List.copyOf(outages);
        samples = List.copyOf(samples);
        files = List.copyOf(files);
    }

    /** One for each recorder, in the order in which they were started. */
    List<Summary> summaries() {
        return files.stream()
                .map(left -> new Summary(
                        this,
                        left,
                        samples.stream()
                                .filter(sample -> sample.system().equals(left.system()))
                                .toList()))
                .toList();
    }
}
