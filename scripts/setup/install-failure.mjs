import { Stop } from './say.mjs';

/** What npm says, told by its error codes; the first that fits. */
const causes = [
  {
    codes:
      /\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ECONNABORTED|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT|FETCH_ERROR)\b/,
    message: 'The npm registry cannot be reached, so the dependencies could not be installed.',
    remedy:
      'Check the network connection. Behind a proxy: npm config set proxy http://host:port. With a registry of your own: npm config set registry https://… Then run the command again.',
  },
  {
    codes: /\b(CERT_\w+|SELF_SIGNED_CERT\w*|UNABLE_TO_(GET_ISSUER_CERT|VERIFY_LEAF_SIGNATURE)\w*)\b/,
    message: 'The npm registry answered with a certificate that Node does not trust.',
    remedy:
      'If your network inspects TLS, name its certificate: NODE_EXTRA_CA_CERTS=/path/to/ca.pem. Then run the command again.',
  },
  {
    codes: /\b(EACCES|EPERM|EROFS)\b/,
    message: 'npm has no permission to write where it must (the path is told above).',
    remedy: 'Give your user write permission to that folder, or clone the project into a folder of your own.',
  },
  {
    codes: /\bENOSPC\b/,
    message: 'The disk is full.',
    remedy: 'About 1 GB is needed. Free some space, then run the command again.',
  },
  {
    codes: /\b(E404|ETARGET|E401|E403)\b/,
    message: 'The npm registry does not give out one of the packages that the lock file names (told above).',
    remedy:
      'If you use a mirror, let it carry that package, or use https://registry.npmjs.org/. Then run the command again.',
  },
  {
    codes: /\bEUSAGE\b/,
    message: 'package.json and package-lock.json do not agree.',
    remedy: 'Undo the change to one of them, or run npm install and then node scripts/complete-lockfile.mjs.',
  },
];

/**
 * Why `npm ci` failed, with the remedy.
 * @param {string} output What npm printed.
 */
export function explainInstallFailure(output) {
  const cause = causes.find(({ codes }) => codes.test(output));
  if (cause !== undefined) return new Stop(cause.message, cause.remedy);
  return new Stop(
    'The dependencies could not be installed.',
    'What npm said stands above. Mend it and run the command again.',
  );
}
