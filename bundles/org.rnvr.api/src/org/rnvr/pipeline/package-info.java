/**
 * Camera pipelines: the only contract through which media are received, recorded and shown.
 * <p>
 * Media never cross this contract; what crosses it are requests and small records about media. The one exception are decoded
 * pictures for who has no native window to show them in ({@link org.rnvr.pipeline.CameraPipeline#draw}).
 */
@Version("0.1.0")
package org.rnvr.pipeline;

import org.osgi.annotation.versioning.Version;
