package org.rnvr.monitor.internal.camera;

import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.rnvr.event.Moment;
import org.rnvr.event.RnvrEvent;
import org.rnvr.monitor.CameraStatus;
import org.rnvr.monitor.internal.connection.ConnectionLogic;
import org.rnvr.monitor.internal.connection.Now;
import org.rnvr.monitor.internal.detection.Strategies;
import org.rnvr.monitor.internal.detection.WatchedTime;
import org.rnvr.monitor.internal.path.PathProbe;
import org.rnvr.pipeline.PipelineFactory;

/**
 * What every watched camera works with.
 *
 * @param factory opens pipelines
 * @param path looks whether a camera can be reached
 * @param logic the rules of a connection
 * @param strategies the strategies that act
 * @param clock the time now, as the machine has it
 * @param time the time in which cameras are watched
 * @param lane runs tasks one after the other, in order, later than the call; everything of every camera happens there
 * @param journal where events go
 * @param operator who is told of what lasts
 * @param statuses where changes of status go
 */
record Surroundings(
        PipelineFactory factory,
        PathProbe path,
        ConnectionLogic logic,
        Strategies strategies,
        Supplier<Moment> clock,
        WatchedTime time,
        Executor lane,
        Consumer<RnvrEvent> journal,
        OperatorAlerts operator,
        Consumer<CameraStatus> statuses) {
    Surroundings {
        Objects.requireNonNull(factory);
        Objects.requireNonNull(path);
        Objects.requireNonNull(logic);
        Objects.requireNonNull(strategies);
        Objects.requireNonNull(clock);
        Objects.requireNonNull(time);
        Objects.requireNonNull(lane);
        Objects.requireNonNull(journal);
        Objects.requireNonNull(operator);
        Objects.requireNonNull(statuses);
    }

    Now now() {
        Moment moment = clock.get();
        return new Now(moment, time.at(moment.nanos()));
    }
}
