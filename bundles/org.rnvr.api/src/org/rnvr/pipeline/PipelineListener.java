package org.rnvr.pipeline;

import org.osgi.annotation.versioning.ConsumerType;

/** Hears the events of one pipeline; see {@link CameraPipeline#listen} for threads and duties. */
@ConsumerType
@FunctionalInterface
public interface PipelineListener {

    /** Something happened in the pipeline. Returns at once. */
    void onEvent(PipelineEvent event);
}
