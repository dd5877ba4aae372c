/* Queues, topics and streams, which use a data key again for a while. */
import { type FailureRow, failures } from './failures.ts';
import type { Sender, Stored } from './types.ts';
import type { Kept, Use } from './use.ts';
import type { Named, StoredInput, Verb } from './verb.ts';

/** Seconds for which SQS uses a data key again unless the queue says otherwise; SNS and Kinesis for about as long. */
const reusePeriod = 300;

interface Message extends Named {
  /** An earlier message of the same sender: while its data key is held, KMS is not asked. */
  readonly reusing?: Stored;
  /** A service that sends by itself: S3 events, EventBridge, alarms. Its failure reaches nobody. */
  readonly from?: Sender;
}

interface Sending {
  readonly row: FailureRow;
  readonly seconds?: number;
  /** SQS and SNS have a new data key decrypted before they use it, so that who sends needs kms:Decrypt, too. */
  readonly verified: boolean;
}

async function send(use: Use, kept: Kept, message: Message, sending: Sending): Promise<Stored> {
  const { reusing, from } = message;
  const { row, seconds = reusePeriod, verified } = sending;
  const sender = use.by(from);
  const isSamePlace = reusing?.id === kept.id && use.keyFor(message) !== null;
  if (reusing !== undefined && isSamePlace && sender.holds(reusing, 'encrypt')) {
    return { ...reusing, content: kept.content };
  }
  const stored = await sender.keep(kept, message, row);
  if (verified) await sender.read(stored, row);
  return sender.hold(stored, 'encrypt', seconds);
}

interface Received extends StoredInput {
  /** A message that the same reader received under the same data key: while that is held, KMS is not asked. */
  readonly reusing?: Stored;
}

async function receive(
  use: Use,
  { stored, reusing }: Received,
  row: FailureRow,
  seconds: number,
): Promise<{ readonly stored: Stored; readonly content: string }> {
  const isSameKey = reusing !== undefined && reusing.ciphertext === stored.ciphertext;
  if (isSameKey && use.holds(reusing, 'decrypt')) {
    return { stored: { ...stored, ...(reusing.held && { held: reusing.held }) }, content: stored.content };
  }
  const content = await use.read(stored, row);
  return { stored: use.hold(stored, 'decrypt', seconds), content };
}

interface QueueMessage extends Message {
  /** KmsDataKeyReusePeriodSeconds of the queue, 60 to 86,400. */
  readonly reusePeriodSeconds?: number;
}

async function toQueue(use: Use, message: QueueMessage): Promise<Stored> {
  const { name, content, reusePeriodSeconds: seconds = reusePeriod } = message;
  const id = use.arn('sqs', name);
  const context = { 'aws:sqs:arn': id };
  return send(use, { id, content, context }, message, { row: failures.sqs, seconds, verified: true });
}

const sendMessage: Verb<QueueMessage> = async (use, message) => ({ stored: await toQueue(use, message) });

interface QueueReceived extends Received {
  readonly reusePeriodSeconds?: number;
}

const receiveMessage: Verb<QueueReceived> = (use, input) =>
  receive(use, input, failures.sqs, input.reusePeriodSeconds ?? reusePeriod);

export const sqs = { sendMessage, receiveMessage };

const publish: Verb<Message> = async (use, message) => {
  const { name, content } = message;
  const id = use.arn('sns', name);
  const context = { 'aws:sns:topicArn': id };
  return {
    stored: await send(use, { id, content, context }, message, { row: failures.sns, verified: true }),
  };
};

interface Delivery {
  readonly topic: string;
  readonly queue: string;
  readonly content: string;
  /** The queue's key; key ARN or alias ARN if it is in another account. */
  readonly kmsKeyId?: string;
  /** The queue uses `alias/aws/sqs`. */
  readonly kms?: boolean;
}

/** SNS sends by itself, so that the key of the queue has to trust it. If not, the message is lost without a word. */
const deliverToQueue: Verb<Delivery> = async (use, { topic, queue, content, ...choice }) => {
  const from = { service: 'sns.amazonaws.com', sourceArn: use.arn('sns', topic) };
  return { stored: await toQueue(use.of('sqs'), { name: queue, content, from, ...choice }) };
};

export const sns = { publish, deliverToQueue };

const putRecord: Verb<Message> = async (use, message) => {
  const { name, content } = message;
  const id = use.arn('kinesis', `stream/${name}`);
  const context = { 'aws:kinesis:arn': id };
  return {
    stored: await send(use, { id, content, context }, message, { row: failures.kinesis, verified: false }),
  };
};

const getRecords: Verb<Received> = (use, input) => receive(use, input, failures.kinesis, reusePeriod);

export const kinesis = { putRecord, getRecords };
